package dev.lungfish.concurrency.model;

import java.util.ArrayDeque;
import java.util.Queue;

/** What the runtime must look like to its users, said in plain sequential code. */
final class Specifications {
  private Specifications() {}

  /** One number. */
  public static class Number {
    private int value;

    public int add(int amount) {
      value += amount;
      return value;
    }

    public int addHolding(int amount) {
      return add(amount);
    }

    public int addPatiently(int amount) {
      return add(amount);
    }

    public int replace(int next) {
      int old = value;
      value = next;
      return old;
    }
  }

  /** Four numbers that change together. */
  public static class FourNumbers {
    private int a;
    private int b;
    private int c;
    private int d;

    public void one() {
      a++;
    }

    public void two() {
      a++;
      b++;
    }

    public void twoReversed() {
      two();
    }

    public void three() {
      two();
      c++;
    }

    public void four() {
      three();
      d++;
    }

    public void listed() {
      a++;
      d++;
    }

    public int read() {
      return ((a * 10 + b) * 10 + c) * 10 + d;
    }
  }

  /** A queue with room for two. */
  public static class Queue2 {
    private final Queue<Integer> queue = new ArrayDeque<>();

    public boolean offer(int value) {
      return queue.size() < 2 && queue.add(value);
    }

    public int poll() {
      return queue.isEmpty() ? -1 : queue.remove();
    }
  }

  /** Belongs to the first thread that uses it. */
  public static class Claimed {
    private int owner;
    private int uses;

    public int use(int thread) {
      if (owner == 0) {
        owner = thread + 1;
      }
      return owner == thread + 1 ? ++uses : -1;
    }
  }
}
