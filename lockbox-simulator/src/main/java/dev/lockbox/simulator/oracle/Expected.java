package dev.lockbox.simulator.oracle;

/** What must come of a command. */
enum Expected {
  /** It takes effect. */
  EFFECT,
  /** Somebody is told no, and that is recorded. */
  REFUSAL,
  /** Nothing is written: it was accepted before, or it is an alarm that has nothing to enforce. */
  SILENCE,
  /** Its request turns out to be spoilt. */
  FAULT
}
