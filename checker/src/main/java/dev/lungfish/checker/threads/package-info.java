/**
 * Which thread runs which code: starts of threads and tasks, what they reach, and the rules that need no more than that, about statics
 * and about state that belongs to one thread.
 */
package dev.lungfish.checker.threads;
