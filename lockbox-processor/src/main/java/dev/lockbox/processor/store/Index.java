package dev.lockbox.processor.store;

/** What is kept in memory only, and made anew from what is kept elsewhere. */
interface Index {
  /** Forgets everything. */
  void clear();
}
