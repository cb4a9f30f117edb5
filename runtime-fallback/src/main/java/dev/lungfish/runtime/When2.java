package dev.lungfish.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * A behaviour on two cowns, waiting for its body. See {@link Cown#when}.
 *
 * <p>Immutable, thread-safe; each {@code run} or {@code call} starts one behaviour.
 *
 * @param <A> the first content's type
 * @param <B> the second content's type
 */
public interface When2<A, B> {
  /**
   * Starts the behaviour: the body runs once, when all cowns are held, in the thread of the executor.
   * Behaviours that share a cown run in the order in which they were started.
   *
   * @param body works on the contents and keeps none of them
   * @return completed when the cowns are released; carries what the body threw, or {@code
   *     move.while.borrowed} if it left a borrow behind. Cancelling it does not stop the behaviour
   */
  CompletableFuture<Void> run(BiConsumer<? super A, ? super B> body);

  /**
   * Starts the behaviour, with a result.
   *
   * @param <R> the type of the result
   * @param body works on the contents; its result must not reach into the regions
   * @return the result; see {@link #run}
   */
  <R> CompletableFuture<R> call(BiFunction<? super A, ? super B, ? extends R> body);

  /**
   * Chooses where the body runs; the default is the common pool, or a small pool of daemon threads
   * where the common pool has fewer than two.
   *
   * @param executor runs the body
   * @return the same behaviour with that executor
   */
  When2<A, B> on(Executor executor);
}
