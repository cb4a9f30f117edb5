package dev.lungfish.checker.finding;

import dev.lungfish.checker.region.SourcePoint;

/** An earlier point of the story a finding tells, in words. */
public record RelatedPoint(SourcePoint at, String text) {
}
