package org.eyrie.server.rest;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers 408 and closes the connection where a request comes too slowly, so that whoever trickles holds no thread, no disk
 * and no connection for long. Lives on the thread of its connection.
 */
final class SenderWatch extends ChannelDuplexHandler {

    private static final long LOOK_MILLIS = 500;

    private static final String BODY = "{\"type\":\"urn:eyrie:problem:request-timeout\",\"title\":\"Request Timeout\","
            + "\"status\":408,\"detail\":\"The request came too slowly. Send it again, in smaller parts where the line is"
            + " slow.\",\"instance\":\"\",\"code\":\"REQUEST_TIMEOUT\",\"errors\":[],\"suggestions\":[]}";

    private enum Part {
        NONE,
        HEAD,
        BODY
    }

    private final Pace pace;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> looking;
    private Part part = Part.NONE;
    private boolean answered;
    private long bytes;

    /** Nanoseconds in which the service waited for this part. */
    private long waited;

    /** Since when it waits; 0 while it does not, because it has not asked for more. */
    private long since;

    SenderWatch(Pace pace) {
        this.pace = pace;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        rest();
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        rest();
        closed.fireChannelInactive();
    }

    /** Bytes came, of a request that may just begin. */
    void bytesCame() {
        if (part == Part.NONE) {
            begin(Part.HEAD);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext at, Object message) {
        if (message instanceof HttpRequest) {
            answered = false;
            begin(Part.BODY);
            since = 0;
        }
        if (message instanceof HttpContent content && part == Part.BODY) {
            bytes += content.content().readableBytes();
            waited = waited();
            since = 0;
        }
        if (message instanceof LastHttpContent) {
            rest();
        }
        at.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext at) {
        if (since == 0) {
            since = System.nanoTime();
        }
        at.read();
    }

    @Override
    public void write(ChannelHandlerContext at, Object message, ChannelPromise promise) {
        answered |= message instanceof HttpResponse;
        ChannelFuture unused = at.write(message, promise);
    }

    private void begin(Part begun) {
        rest();
        part = begun;
        bytes = 0;
        waited = 0;
        since = System.nanoTime();
        if (context != null) {
            looking =
                    context.executor().scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void rest() {
        part = Part.NONE;
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    private long waited() {
        return since == 0 ? waited : waited + System.nanoTime() - since;
    }

    private void look() {
        boolean slow = (part == Part.HEAD && pace.isHeadTooSlow(waited()))
                || (part == Part.BODY && pace.isBodyTooSlow(waited(), bytes));
        if (slow && context != null) {
            rest();
            end(context);
        }
    }

    private void end(ChannelHandlerContext at) {
        if (answered) {
            ChannelFuture unused = at.close();
            return;
        }
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.REQUEST_TIMEOUT,
                Unpooled.copiedBuffer(BODY, StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        at.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
