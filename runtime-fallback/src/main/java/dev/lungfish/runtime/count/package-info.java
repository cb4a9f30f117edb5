/** Ownership and borrow counts of region trees: arithmetic, without messages and without locks. */
package dev.lungfish.runtime.count;
