package dev.lungfish.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A behaviour on any number of cowns, waiting for its body. See {@link Cown#when(List)}.
 *
 * <p>Immutable, thread-safe; each {@code run} or {@code call} starts one behaviour.
 *
 * @param <T> the contents' type
 */
public interface WhenAll<T> {
  /**
   * Starts the behaviour: the body runs once, when all cowns are held.
   *
   * @param body gets an immutable list of the contents, in the order of the cowns; keeps none of them
   * @return see {@link When1#run}
   */
  CompletableFuture<Void> run(Consumer<? super List<T>> body);

  /**
   * Starts the behaviour, with a result.
   *
   * @param <R> the type of the result
   * @param body gets the contents; its result must not reach into the regions
   * @return see {@link When1#run}
   */
  <R> CompletableFuture<R> call(Function<? super List<T>, ? extends R> body);

  /**
   * Chooses where the body runs; see {@link When1#on}.
   *
   * @param executor runs the body
   * @return the same behaviour with that executor
   */
  WhenAll<T> on(Executor executor);
}
