package cn.justicehub.hub.benchmark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A message whose receipt is looked at afterwards.
 *
 * @param body what was sent
 * @param receipt what came back
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never kept or compared
record Spot(byte[] body, byte[] receipt) {

    static void write(Path file, Collection<Spot> spots) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(spots.size());
            for (Spot spot : spots) {
                out.writeInt(spot.body.length);
                out.write(spot.body);
                out.writeInt(spot.receipt.length);
                out.write(spot.receipt);
            }
        }
    }

    static List<Spot> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            int count = in.readInt();
            List<Spot> spots = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                byte[] body = in.readNBytes(in.readInt());
                spots.add(new Spot(body, in.readNBytes(in.readInt())));
            }
            return spots;
        }
    }
}
