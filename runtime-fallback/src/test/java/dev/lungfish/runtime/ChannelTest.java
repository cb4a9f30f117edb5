package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.elsewhere;
import static dev.lungfish.runtime.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChannelTest {
  @Test
  void capacityBelowOne_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Channel<Book>(0));
    assertThrows(NullPointerException.class, () -> new Channel<Book>(1).send(null));
  }

  @Test
  void regionsComeOutInOrder() throws Exception {
    Channel<Book> channel = new Channel<>(3);
    channel.send(Book.region("a"));
    assertTrue(channel.offer(Book.region("b")));
    assertEquals("a", channel.receive().name());
    assertEquals("b", elsewhere(() -> channel.poll().orElseThrow().call(b -> b.title)));
    assertTrue(channel.poll().isEmpty());
  }

  @Test
  void sentHandle_isDead_alsoBeforeAnybodyReceives() throws Exception {
    Channel<Book> channel = new Channel<>(2);
    Region<Book> sent = Book.region("sent");
    Region<Book> offered = Book.region("offered");
    channel.send(sent);
    channel.offer(offered);
    for (Region<Book> dead : java.util.List.of(sent, offered)) {
      assertTrue(dead.isMoved());
      refused("use.after.move", dead::borrow, "was sent");
      refused("use.after.move", () -> channel.send(dead));
    }
    assertEquals("sent", channel.receive().call(b -> b.title));
  }

  @Test
  void openOrForeignRegion_isNotSent() throws Exception {
    Channel<Book> channel = new Channel<>(1);
    Region<Book> book = Book.region("book");
    Region<Book> theirs = elsewhere(() -> Book.region("theirs"));
    try (Borrow<Book> open = book.borrow()) {
      refused("move.while.borrowed", () -> channel.send(book), "'book'");
      refused("move.while.borrowed", () -> channel.offer(book));
      assertEquals("book", open.get().title);
    }
    refused("region.not.open", () -> channel.offer(theirs));
    assertTrue(channel.poll().isEmpty());
  }

  @Test
  void interruptedSender_keepsTheRegion() throws Exception {
    Channel<Book> channel = new Channel<>(1);
    channel.send(Book.region("first"));
    elsewhere(() -> {
      Region<Book> mine = Book.region("mine");
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> channel.send(mine));
      assertFalse(mine.isMoved());
      return assertMine(mine);
    });
    assertEquals("first", channel.receive().name());
  }

  private static String assertMine(Region<Book> mine) {
    String title = mine.call(b -> b.title);
    assertEquals("mine", title);
    return title;
  }
}
