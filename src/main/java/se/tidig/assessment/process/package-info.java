/** What the assessment steps of the models call, and how a recused person is kept from every task of the case. */
package se.tidig.assessment.process;
