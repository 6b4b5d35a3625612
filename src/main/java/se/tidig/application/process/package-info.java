/** The application's steps as the process asks for them, and what its forms show and take. */
package se.tidig.application.process;
