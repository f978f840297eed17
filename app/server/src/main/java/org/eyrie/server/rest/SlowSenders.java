package org.eyrie.server.rest;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;

/** Has every connection watched for clients that send too slowly. */
@Singleton
final class SlowSenders implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Pace pace;

    SlowSenders(Pace pace) {
        this.pace = pace;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new Watched(channel, pace) : this;
            }
        });
        return event.getBean();
    }

    private record Watched(Channel channel, Pace pace) implements NettyServerCustomizer {

        @Override
        public void onStreamPipelineBuilt() {
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) == null) {
                return;
            }
            SenderWatch watch = new SenderWatch(pace);
            pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "eyrie-sender-watch", watch);
            pipeline.addFirst("eyrie-sender-bytes", new ChannelInboundHandlerAdapter() {
                // The codec says nothing before it has a whole head.
                @Override
                public void channelRead(ChannelHandlerContext context, Object bytes) {
                    watch.bytesCame();
                    context.fireChannelRead(bytes);
                }
            });
        }
    }
}
