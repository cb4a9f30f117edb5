package dev.lungfish.runtime;

import java.util.ArrayList;
import java.util.List;

/** The reference model of one region: the rules of the model page, without any cleverness. */
final class RegionModel {
  final String name;
  RegionModel parent;
  /** Where the objects went by a merge; borrows and children went along. */
  RegionModel mergedInto;
  boolean ended;
  final List<BorrowModel> borrows = new ArrayList<>();
  final List<RegionModel> children = new ArrayList<>();

  /** One borrow: alive until it is closed or revoked. */
  static final class BorrowModel {
    boolean closed;
    boolean revoked;
  }

  RegionModel(String name) {
    this.name = name;
  }

  boolean isOpen() {
    return !borrows.isEmpty() || children.stream().anyMatch(RegionModel::isOpen);
  }

  boolean isWithin(RegionModel other) {
    return this == other || parent != null && parent.isWithin(other);
  }

  void attachTo(RegionModel newParent) {
    parent = newParent;
    newParent.children.add(this);
  }

  void detach() {
    parent.children.remove(this);
    parent = null;
  }

  void mergeIntoParent() {
    RegionModel target = parent;
    detach();
    target.borrows.addAll(borrows);
    borrows.clear();
    for (RegionModel child : List.copyOf(children)) {
      child.detach();
      child.attachTo(target);
    }
    mergedInto = target;
    ended = true;
  }

  int revoke() {
    int count = borrows.size();
    borrows.forEach(each -> each.revoked = true);
    borrows.clear();
    for (RegionModel child : children) {
      count += child.revoke();
    }
    return count;
  }

  /** The region that counts this borrow now. */
  static void close(List<RegionModel> all, BorrowModel borrow) {
    borrow.closed = true;
    all.forEach(region -> region.borrows.remove(borrow));
  }
}
