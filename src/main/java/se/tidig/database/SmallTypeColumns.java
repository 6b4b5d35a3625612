package se.tidig.database;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.CustomConversions.StoreConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.dialect.Dialect;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;

/** Stores each small type in one column: money as {@code numeric}, references, milestones' keys and actors as text. */
@Configuration(proxyBeanMethods = false)
class SmallTypeColumns {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(Dialect dialect) {
        var store = new ArrayList<Object>(dialect.getConverters());
        store.addAll(JdbcCustomConversions.storeConverters());
        var types = new SimpleTypeHolder(((JdbcDialect) dialect).simpleTypes(), JdbcSimpleTypes.HOLDER);
        return new JdbcCustomConversions(
                StoreConversions.of(types, store),
                List.of(
                        new MoneyToColumn(),
                        new MoneyFromColumn(),
                        new KeyToColumn(),
                        new KeyFromColumn(),
                        new ReferenceToColumn(),
                        new ReferenceFromColumn(),
                        new ActorToColumn(),
                        new ActorFromColumn()));
    }

    @WritingConverter
    private static final class MoneyToColumn implements Converter<Sek, BigDecimal> {

        @Override
        public BigDecimal convert(Sek money) {
            return money.amount();
        }
    }

    @ReadingConverter
    private static final class MoneyFromColumn implements Converter<BigDecimal, Sek> {

        @Override
        public Sek convert(BigDecimal column) {
            return Sek.of(column);
        }
    }

    @WritingConverter
    private static final class KeyToColumn implements Converter<MilestoneKey, String> {

        @Override
        public String convert(MilestoneKey key) {
            return key.toString();
        }
    }

    @ReadingConverter
    private static final class KeyFromColumn implements Converter<String, MilestoneKey> {

        @Override
        public MilestoneKey convert(String column) {
            return MilestoneKey.of(column);
        }
    }

    @WritingConverter
    private static final class ReferenceToColumn implements Converter<Reference, String> {

        @Override
        public String convert(Reference reference) {
            return reference.value();
        }
    }

    @ReadingConverter
    private static final class ReferenceFromColumn implements Converter<String, Reference> {

        @Override
        public Reference convert(String column) {
            return Reference.of(column);
        }
    }

    @WritingConverter
    private static final class ActorToColumn implements Converter<Actor, String> {

        @Override
        public String convert(Actor actor) {
            return actor.value();
        }
    }

    @ReadingConverter
    private static final class ActorFromColumn implements Converter<String, Actor> {

        @Override
        public Actor convert(String column) {
            return Actor.of(column);
        }
    }
}
