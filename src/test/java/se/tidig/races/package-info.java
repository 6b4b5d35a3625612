/** Several people, processes and files at the same instant: each race ends in one outcome. */
package se.tidig.races;
