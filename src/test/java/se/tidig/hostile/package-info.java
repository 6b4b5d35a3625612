/** What people type and send to harm others, or by mistake: each is refused in words, or stored and shown harmlessly. */
package se.tidig.hostile;
