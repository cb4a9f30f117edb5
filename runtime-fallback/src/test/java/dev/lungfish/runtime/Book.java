package dev.lungfish.runtime;

import java.util.ArrayList;
import java.util.List;

/** An ordinary mutable class: the content of many regions in these tests. */
class Book {
  String title;
  int pages;
  final List<Object> lines = new ArrayList<>();
  Object extra;
  Book next;
  Child<Book> part;

  Book(String title) {
    this.title = title;
  }

  static Region<Book> region(String name) {
    return Region.create(name, () -> new Book(name));
  }

  void turn() {
    pages++;
  }
}
