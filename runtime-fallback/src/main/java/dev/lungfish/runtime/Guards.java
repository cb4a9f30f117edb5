package dev.lungfish.runtime;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Whether the current thread may touch guarded or confined state.
 *
 * <p>Errs towards "held" where the JDK does not tell: a read lock and a stamped lock do not know their
 * holder, only that there is one; a lock class of the program is believed.
 */
final class Guards {
  private static final String EVENT_DISPATCH = "EDT";
  private static final Map<String, Reference<Thread>> HOMES = new ConcurrentHashMap<>();

  private Guards() {}

  static void requireHeld(Object lock, String site) {
    if (lock instanceof Cown<?> cown) {
      if (!cown.isHeldByCurrentThread()) {
        throw Failures.notHeld(cown.name(), "at " + site + ": touching");
      }
    } else if (lock instanceof Region<?> region) {
      if (region.isClosed()) {
        throw Failures.notOpen("region " + Failures.quote(region.name()), "borrowed", site);
      }
    } else if (!isHeld(lock)) {
      throw Failures.notOpen(lock.getClass().getTypeName(), "held", site);
    }
  }

  private static boolean isHeld(Object lock) {
    if (lock instanceof ReentrantLock own) {
      return own.isHeldByCurrentThread();
    } else if (lock instanceof ReentrantReadWriteLock both) {
      return both.isWriteLockedByCurrentThread() || both.getReadHoldCount() > 0;
    } else if (lock instanceof ReentrantReadWriteLock.WriteLock write) {
      return write.isHeldByCurrentThread();
    } else if (lock instanceof StampedLock stamped) {
      return stamped.isWriteLocked() || stamped.isReadLocked();
    }
    return lock instanceof java.util.concurrent.locks.Lock || Thread.holdsLock(lock);
  }

  static void requireThread(String confinement, String site) {
    Thread me = Thread.currentThread();
    if (confinement.equals(EVENT_DISPATCH)) {
      if (!isEventDispatchThread()) {
        throw Failures.wrongThread(confinement, "the event dispatch thread", site);
      }
      return;
    }
    Reference<Thread> home =
        HOMES.compute(confinement, (name, known) -> {
          Thread owner = known == null ? null : known.get();
          return owner == null || !owner.isAlive() ? new WeakReference<>(me) : known;
        });
    Thread owner = home.get();
    if (owner != me) {
      throw Failures.wrongThread(confinement, "thread " + Failures.quote(String.valueOf(owner)), site);
    }
  }

  /** Asked by reflection, so that the runtime does not need the desktop module. */
  private static boolean isEventDispatchThread() {
    try {
      return (boolean) Class.forName("java.awt.EventQueue").getMethod("isDispatchThread").invoke(null);
    } catch (ClassNotFoundException e) {
      return false; // without AWT there is no such thread
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot ask for the event dispatch thread", e);
    }
  }
}
