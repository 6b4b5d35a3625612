/**
 * The process side of assessment: delegates and answers of forms, and the exclusion of recused persons from every
 * task of the case.
 */
package se.tidig.assessment.process;
