package se.tidig;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: portal, staff webapps, process engine and workers in one deployable. */
@SpringBootApplication
public class Tidig {

    public static void main(String[] args) {
        SpringApplication.run(Tidig.class, args);
    }
}
