package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.TransportStats;

import org.junit.jupiter.api.Test;
import org.ros2.rcljava.subscription.Subscription;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

final class ImageSourceTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<Subscription<?>> made = new ArrayList<>();
    private final List<Subscription<?>> removed = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int cameras = 1;
    private final ImageSource source =
            new ImageSource(this::subscribe, removed::add, images -> cameras, lines::add);

    private Subscription<?> subscribe() {
        TransportStats stats = new TransportStats();
        stats.countReceived(true);
        Subscription<?> subscription =
                (Subscription<?>)
                        Proxy.newProxyInstance(
                                Subscription.class.getClassLoader(),
                                new Class<?>[] {Subscription.class},
                                (self, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getTransportStats" -> stats;
                                            case "equals" -> self == arguments[0];
                                            default -> method.getName();
                                        });
        made.add(subscription);
        return subscription;
    }

    @Test
    void shouldSubscribeAnewWhenACameraIsConnectedAndNothingComes() {
        Subscription<?> first = source.subscription();
        source.look(ImageSource.DEAF_NANOS - 1);
        assertEquals(1, made.size());
        source.look(ImageSource.DEAF_NANOS);
        assertNotSame(first, source.subscription());
        assertEquals(List.of(first), removed);
        assertEquals(
                List.of(
                        "images: none for 3 s although 1 camera is connected: subscribed anew; if"
                                + " none comes now, look at the camera"),
                lines);
    }

    @Test
    void shouldWaitLongerEachTimeUntilAPictureComes() {
        for (long second = 1; second <= 600; second++) {
            source.look(second * SECOND);
        }
        assertTrue(made.size() < 16, () -> made.size() + " subscriptions in ten minutes");
        assertTrue(made.size() > 10, () -> made.size() + " subscriptions in ten minutes");
        int before = made.size();
        source.look(0);
        source.look(ImageSource.DEAF_NANOS);
        assertEquals(before + 1, made.size());
    }

    @Test
    void shouldLeaveItAloneWhileNoCameraIsConnected() {
        cameras = 0;
        source.look(100 * SECOND);
        assertEquals(1, made.size());
    }

    @Test
    void shouldCountWhatEarlierSubscriptionsMet() {
        source.look(ImageSource.DEAF_NANOS);
        assertEquals(2, source.figures().received());
        assertEquals(2, source.figures().superseded());
    }
}
