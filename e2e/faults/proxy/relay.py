"""Passes TCP connections on to HOST PORT, and forgets all of them at each line on its standard input.

Prints the port that it listens on at 127.0.0.1, and ends with its standard input. To forget is what a machine does whose
power fails: a socket closed under TCP_REPAIR sends neither FIN nor RST. Linux wants CAP_NET_ADMIN for it.
"""

import asyncio
import contextlib
import socket
import sys

TCP_REPAIR = 19  # of linux/tcp.h; Python's socket has no name for it


def repair(connection) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def main(host: str, port: int) -> None:
    with socket.socket() as trial:
        repair(trial)
    accepted: set[asyncio.StreamWriter] = set()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted.add(writer)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            to_reader, to_writer = await asyncio.open_connection(host, port)
            await asyncio.gather(copy(reader, to_writer), copy(to_reader, writer))
        writer.close()
        accepted.discard(writer)

    server = await asyncio.start_server(relay, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(orders), sys.stdin
    )
    while await orders.readline():
        for writer in accepted:
            repair(writer.get_extra_info("socket"))
            writer.transport.abort()
        accepted.clear()


if __name__ == "__main__":
    try:
        asyncio.run(main(sys.argv[1], int(sys.argv[2])))
    except PermissionError:
        sys.exit("it needs CAP_NET_ADMIN to lose connections without a word: run it as root")
