package org.redress.notification.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to one address. It follows no redirect, keeps no cookie, tries once, reads no answer beyond its status and ends in
 * time, however slowly an answer drips. Which addresses are accepted is asked where the name is resolved for the connection, so
 * that no name can lead elsewhere in between.
 */
final class Poster implements AutoCloseable {

    private static final int FIRST_CARRIER = 100;
    private static final int CARRIER_SECOND = 64;
    private static final int CARRIER_MASK = 0xC0;
    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final byte[] TRANSLATED = {0x00, 0x64, (byte) 0xFF, (byte) 0x9B};
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

    private final URI address;
    private final Duration timeout;
    private final CloseableHttpClient client;

    /**
     * For an address.
     *
     * @param timeout for everything from the look-up of the name to the status
     */
    Poster(URI address, Duration timeout, boolean privateNetwork, boolean loopback) {
        this.address = address;
        this.timeout = timeout;
        Timeout each = Timeout.of(timeout);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver(privateNetwork, loopback))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(each).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Redress")
                .build();
    }

    /**
     * Posts once.
     *
     * @return the status
     * @throws IOException when there is none in time
     */
    int post(Map<String, String> headers, byte[] body) throws IOException {
        HttpPost post = new HttpPost(address);
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        CompletableFuture<Void> end =
                new CompletableFuture<Void>().completeOnTimeout(null, timeout.toMillis(), TimeUnit.MILLISECONDS);
        var unused = end.thenRun(post::cancel);
        try (ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(post), post, null)) {
            return response.getCode();
        } catch (IOException e) {
            throw post.isCancelled() ? new InterruptedIOException("no answer in time") : e;
        } catch (HttpException e) {
            throw new IOException(e);
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static DnsResolver resolver(boolean privateNetwork, boolean loopback) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
                for (InetAddress one : all) {
                    if (!accepts(one, privateNetwork, loopback)) {
                        throw new UnknownHostException(host + " leads to an address that is not accepted");
                    }
                }
                return all;
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
            }
        };
    }

    /** Whether messages may go to an address: never to one that only this machine or this network segment knows. */
    static boolean accepts(InetAddress address, boolean privateNetwork, boolean loopback) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLinkLocalAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address && (startsWith(bytes, TRANSLATED) || startsWith(bytes, SIX_TO_FOUR))) {
            return false; // another address stands inside
        }
        return privateNetwork || !isPrivate(address, bytes);
    }

    private static boolean isPrivate(InetAddress address, byte[] bytes) {
        boolean shared = address instanceof Inet6Address
                ? (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL
                : bytes[0] == FIRST_CARRIER && (bytes[1] & CARRIER_MASK) == CARRIER_SECOND;
        return shared || address.isSiteLocalAddress();
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
