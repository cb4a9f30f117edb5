/**
 * Annotations by which an API says who owns what.
 *
 * <p>Ordinary code needs none of them: the analysis infers the regions of local objects, and the
 * JDK's hand-over points (threads, executors, queues, futures) come as library models. They are for
 * the places where a signature makes a promise that a caller must be able to rely on:
 *
 * <table>
 *   <caption>Which annotation says what</caption>
 *   <tr><th>Annotation</th><th>Says</th></tr>
 *   <tr><td>{@link dev.lungfish.annotation.Moved}</td><td>ownership crosses here</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.Borrowed}</td><td>the callee keeps nothing</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.CapturedBy}</td><td>the callee keeps it, and where</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.InRegion}</td><td>touched only while the named region is open</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.Isolated}</td><td>the only reference to another region's bridge</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.Frozen}</td><td>deeply immutable</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.ThreadSafe}</td><td>instances protect themselves</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.Confined}</td><td>belongs to one thread or event loop</td></tr>
 *   <tr><td>{@link dev.lungfish.annotation.RegionAware}</td><td>in here, the unknown is a finding</td></tr>
 * </table>
 *
 * <p>All of them are kept at run time, so that tools can read them from class files and by
 * reflection. None changes what a program does.
 */
package dev.lungfish.annotation;
