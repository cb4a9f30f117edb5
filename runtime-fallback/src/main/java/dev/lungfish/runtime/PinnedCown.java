package dev.lungfish.runtime;

import dev.lungfish.annotation.ThreadSafe;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A cown whose content never leaves one executor, for example the event dispatch thread: it is built
 * there, and bodies travel to it.
 *
 * <pre>{@code
 * PinnedCown<JTable> table = PinnedCown.create("table", SwingUtilities::invokeLater, JTable::new);
 * table.run(t -> t.setEnabled(false));
 * }</pre>
 *
 * <p>Bodies run one at a time, in the order in which they were given, also if the executor has several
 * threads.
 *
 * <p>Thread-safe.
 *
 * @param <T> the type of the content
 */
@ThreadSafe(trusted = "the content is touched by bodies on the home executor only, one at a time")
public final class PinnedCown<T> {
  private final Cown<T> cown;
  private final Executor home;
  /** Why there is no content, or null. Written and read by behaviours on the cown only. */
  private Throwable buildFailure;

  private PinnedCown(Cown<T> cown, Executor home) {
    this.cown = cown;
    this.home = home;
  }

  /**
   * Builds a content on its home executor.
   *
   * @param <T> the type of the content
   * @param name for messages
   * @param home where the content lives
   * @param build makes the content, on the home executor; what it throws shows in every later future
   * @return the cown, at once
   */
  public static <T> PinnedCown<T> create(String name, Executor home, Supplier<? extends T> build) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(build, "build");
    PinnedCown<T> pinned = new PinnedCown<>(Cown.empty(name), home);
    Behaviour.start(home, List.of(pinned.cown), contents -> pinned.build(contents, build));
    return pinned;
  }

  private Void build(Behaviour.Contents contents, Supplier<? extends T> build) {
    try {
      contents.put(cown, build.get());
      return null;
    } catch (RuntimeException | Error failure) {
      buildFailure = failure;
      throw failure;
    }
  }

  /**
   * The name, for messages.
   *
   * @return the name given at creation
   */
  public String name() {
    return cown.name();
  }

  /**
   * Runs a body on the home executor.
   *
   * @param body gets the content and must not keep it
   * @return completed when the body has ended; carries what it threw
   */
  public CompletableFuture<Void> run(Consumer<? super T> body) {
    Objects.requireNonNull(body, "body");
    return call(content -> {
      body.accept(content);
      return null;
    });
  }

  /**
   * Runs a body with a result on the home executor.
   *
   * @param <R> the type of the result
   * @param body gets the content; its result must not reach into the region
   * @return the result; carries what the body, or the building of the content, threw
   */
  public <R> CompletableFuture<R> call(Function<? super T, ? extends R> body) {
    Objects.requireNonNull(body, "body");
    return Behaviour.start(home, List.of(cown), contents -> {
      if (buildFailure != null) {
        throw new IllegalStateException("the content of pinned cown '" + name() + "' could not be built", buildFailure);
      }
      return body.apply(contents.of(cown));
    });
  }

  @Override
  public String toString() {
    return "pinned " + cown;
  }
}
