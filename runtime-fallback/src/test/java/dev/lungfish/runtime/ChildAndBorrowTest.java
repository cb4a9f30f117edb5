package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.elsewhere;
import static dev.lungfish.runtime.Verdicts.refused;
import static dev.lungfish.runtime.Verdicts.refusedElsewhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChildAndBorrowTest {
  record Word(String text, Child<?> more) {}

  @Test
  void childSurvivesRevocation_andFollowsTheMove() throws Exception {
    Region<Book> book = Book.region("book");
    Child<Book> index = Book.region("index").attachTo(book);
    Borrow<Book> open = index.borrow();
    assertEquals(1, book.revokeBorrows());
    refused("region.not.open", open::get, "revoked");
    Region<Book> moved = book.move();
    assertEquals("index", index.call(b -> b.title), "the thread that moved the parent may still go on");
    Region<Book> again = moved.move();
    elsewhere(() -> again.call(b -> b.title));
    refused("region.not.open", index::borrow);
  }

  @Test
  void childOfASentParent_isOutOfReach() throws Exception {
    Channel<Book> channel = new Channel<>(1);
    Region<Book> book = Book.region("book");
    Child<Book> index = Book.region("index").attachTo(book);
    channel.send(book);
    refused("region.not.open", index::borrow);
    Region<Book> received = channel.receive();
    refused("region.not.open", index::borrow);
    received.run(Book::turn);
    assertEquals("index", index.call(b -> b.title));
  }

  @Test
  void detach_inAForeignThread_changesNothing() throws Exception {
    Region<Book> book = Book.region("book");
    Child<Book> index = Book.region("index").attachTo(book);
    refusedElsewhere("region.not.open", index::detach);
    refusedElsewhere("region.not.open", index::merge);
    refusedElsewhere("region.not.open", () -> Book.region("x").attachTo(index));
    assertEquals("index", index.detach().name());
    refused("use.after.move", index::detach);
    refused("use.after.move", index::borrow);
    refused("use.after.move", index::frozen);
  }

  @Test
  void childOfAFrozenParent_givesItsContentToEverybody() throws Exception {
    Region<String> note = Region.of("note", "n");
    Region<List<String>> words = Region.of("words", List.of("a"));
    Child<String> child = note.attachTo(words);
    refused("freeze.not.owned", child::frozen);
    words.freeze();
    assertEquals("n", elsewhere(child::frozen));
    refused("use.after.move", child::borrow);
    refused("use.after.move", child::detach);
  }

  @Test
  void freezeOfAParent_needsFreezableChildren() {
    Region<List<String>> words = Region.of("words", List.of("a"));
    Child<Book> child = Book.region("note").attachTo(words);
    NotFreezableException e =
        (NotFreezableException) refused("freeze.unfreezable", words::freeze, "child region 'note'", "Book.title");
    assertEquals("words", e.regionName());
    assertEquals("note", child.call(b -> b.title));
    child.detach();
    assertEquals(List.of("a"), words.freeze());
  }

  @Test
  void childInTheFrozenGraph_freezesAlong() {
    Region<String> host = Region.of("host", "h");
    Child<String> child = Region.of("note", "n").attachTo(host);
    Word word = Freezer.freeze(new Word("w", child));
    assertEquals("n", word.more().frozen());
    assertTrue(Freezer.isFrozen(word));
    assertTrue(host.isClosed());
    assertEquals(0, host.state().children().size());
  }

  @Test
  void borrowClosedElsewhere_goesOn() throws Exception {
    Region<Book> book = Book.region("book");
    Borrow<Book> borrow = book.borrow();
    refusedElsewhere("region.not.open", borrow::close);
    refusedElsewhere("region.not.open", borrow::get);
    assertEquals(2, book.borrowCount());
    borrow.close();
    borrow.close();
    refused("region.not.open", borrow::get, "has ended");
    elsewhere(() -> {
      borrow.close();
      return null;
    });
    assertEquals(1, book.borrowCount());
  }

  @Test
  void forwardedBorrow_isStillForeignElsewhere() throws Exception {
    Region<Book> a = Book.region("a");
    Child<Book> b = Book.region("b").attachTo(a);
    Borrow<Book> forwarded = b.borrow();
    b.merge();
    refusedElsewhere("region.not.open", forwarded::get);
    refusedElsewhere("region.not.open", forwarded::close);
    assertEquals("b", forwarded.get().title);
    forwarded.close();
    assertTrue(a.isClosed());
    assertFalse(a.isMoved());
  }

  @Test
  void lostBorrow_countsUntilAnAuditFindsItGone() {
    Region<Book> book = Book.region("book");
    lose(book);
    System.gc();
    assertEquals(2, book.borrowCount());
    assertTrue(RegionAudit.isIsolated(book));
    assertEquals(1, book.borrowCount());
    assertEquals("book", book.move().name());
  }

  private static void lose(Region<Book> book) {
    book.borrow();
  }
}
