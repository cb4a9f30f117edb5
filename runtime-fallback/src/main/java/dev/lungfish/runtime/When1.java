package dev.lungfish.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A behaviour on one cown, waiting for its body. See {@link Cown#when}.
 *
 * <p>Immutable, thread-safe; each {@code run} or {@code call} starts one behaviour.
 *
 * @param <A> the content's type
 */
public interface When1<A> {
  /**
   * Starts the behaviour: the body runs once, when the cown is held, in the thread of the executor.
   * Behaviours that share a cown run in the order in which they were started.
   *
   * @param body works on the content and keeps none of it
   * @return completed when the cown is released; carries what the body threw, or {@code
   *     move.while.borrowed} if it left a borrow behind. Cancelling it does not stop the behaviour
   */
  CompletableFuture<Void> run(Consumer<? super A> body);

  /**
   * Starts the behaviour, with a result.
   *
   * @param <R> the type of the result
   * @param body works on the content; its result must not reach into the region
   * @return the result; see {@link #run}
   */
  <R> CompletableFuture<R> call(Function<? super A, ? extends R> body);

  /**
   * Chooses where the body runs; the default is the common pool, or a small pool of daemon threads
   * where the common pool has fewer than two.
   *
   * @param executor runs the body
   * @return the same behaviour with that executor
   */
  When1<A> on(Executor executor);
}
