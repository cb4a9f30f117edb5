/**
 * Regions, borrows, cowns and freezing as a library.
 *
 * <p>A {@link dev.lungfish.runtime.Region} owns a group of mutable objects and is owned by one
 * thread. Reading from it takes a {@link dev.lungfish.runtime.Borrow}; only a region without borrows
 * may be moved to another thread, put into a {@link dev.lungfish.runtime.Cown}, frozen or dissolved.
 * A {@link dev.lungfish.runtime.Channel} hands regions over, a cown shares one, {@link
 * dev.lungfish.runtime.Freezer} proves that a graph never changes again.
 *
 * <p>What goes wrong is a {@link dev.lungfish.runtime.RegionException} with the same rule key that
 * the analysis uses at compile time. A refused operation has changed nothing.
 *
 * <p>Parameters and results are never null unless it is said. A null argument is a {@link
 * java.lang.NullPointerException} that names it.
 *
 * <p>System properties, read once: {@code lungfish.track=true} records where borrows and moves
 * happen, so that messages can say it; {@code lungfish.audit=move,release} audits regions at those
 * points (see {@link dev.lungfish.runtime.RegionAudit}).
 */
package dev.lungfish.runtime;
