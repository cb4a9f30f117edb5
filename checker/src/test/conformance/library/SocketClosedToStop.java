package spec.library;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Closing a socket is how a thread is woken that waits in accept or read: the documentation says so. Reading beside it is another matter.
 * Verdict: derived.
 */
public class SocketClosedToStop {
    static void acceptOne(ExecutorService pool) throws Exception {
        ServerSocket listening = new ServerSocket(0);
        pool.execute(() -> {
            try {
                listening.accept().close();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread.sleep(100);
        if (!listening.isClosed()) {
            listening.close();
        }
    }

    static void readForAWhile(ExecutorService pool) throws Exception {
        Socket socket = new Socket("localhost", 80);
        Future<Integer> read = pool.submit(() -> socket.getInputStream().read());
        Thread.sleep(100);
        socket.close();
        read.cancel(true);
    }

    static void bothRead(ExecutorService pool) throws Exception {
        Socket socket = new Socket("localhost", 80);
        pool.submit(() -> socket.getInputStream().read()); //~
        socket.getInputStream().read(); //! use.after.move
    }
}
