package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * The same, finished before it is sent.
 * Verdict: derived.
 */
public class LinkedNodesDone {
    static final class Node {
        int value; Node next;
        Node(int value) { this.value = value; }
        Node append(int v) { Node n = new Node(v); next = n; return n; }
    }
    void build(BlockingQueue<Node> out) throws InterruptedException {
        Node head = new Node(0);
        Node tail = head;
        for (int i = 1; i < 5; i++) {
            tail = tail.append(i);
        }
        tail.value = 9;
        out.put(head);
    }
}
