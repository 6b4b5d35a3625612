package se.tidig;
public class Tidig { public static void main(String[] a) {} }
