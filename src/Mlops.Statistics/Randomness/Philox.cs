namespace Mlops.Statistics.Randomness;

/// <summary>Philox4x32-10: random numbers that are a function of seed, stream and position, the same on every machine.</summary>
/// <remarks>
/// <para>A counter-based generator: word <c>w</c> of stream <c>s</c> is word <c>w mod 4</c> of
/// <see cref="Block">Block</see>(seed, s, ⌊w / 4⌋). So any position is reached at once, and streams of one seed never overlap:
/// replicate <c>r</c> of a resampling test draws from stream <c>r</c>, on whichever thread or device.</para>
/// <para>The order of draws is part of the contract: <see cref="NextUInt32"/> takes one word, <see cref="NextUInt64"/> and
/// <see cref="NextDouble"/> take two, the low half first; <see cref="NextBelow(uint)"/> takes one word and
/// <see cref="NextBelow(ulong)"/> two, and as many again for each draw that would bias the result.</para>
/// <para>Not for secrets. An instance is not thread-safe: give each thread its own stream. It passes BigCrush.
/// Reference: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).</para>
/// </remarks>
public sealed class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;
    private const int Rounds = 10;

    private ulong _position;
    private (uint W0, uint W1, uint W2, uint W3) _block;

    /// <summary>Makes a generator at the beginning of a stream.</summary>
    /// <param name="seed">The seed, any number: the key of the generator.</param>
    /// <param name="stream">Which of the seed's 2^64 streams.</param>
    public Philox(ulong seed, ulong stream = 0)
    {
        Seed = seed;
        Stream = stream;
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The stream.</summary>
    public ulong Stream { get; }

    /// <summary>How many 32-bit words have been drawn; setting it goes there at once. After 2^64 words a stream begins again.</summary>
    public ulong Position
    {
        get => _position;
        set
        {
            _position = value;
            _block = Block(Seed, Stream, value >> 2);
        }
    }

    /// <summary>Four random words: the function that every stream is read from.</summary>
    /// <param name="seed">The key; its low half is the first key word.</param>
    /// <param name="counterHigh">The stream: counter words 2 (low half) and 3 (high half).</param>
    /// <param name="counterLow">The position in blocks: counter words 0 (low half) and 1 (high half).</param>
    public static (uint W0, uint W1, uint W2, uint W3) Block(ulong seed, ulong counterHigh, ulong counterLow)
    {
        var (keyA, keyB) = ((uint)seed, (uint)(seed >> 32));
        var (w0, w1) = ((uint)counterLow, (uint)(counterLow >> 32));
        var (w2, w3) = ((uint)counterHigh, (uint)(counterHigh >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var a = (ulong)MultiplierA * w0;
            var b = (ulong)MultiplierB * w2;
            (w0, w1, w2, w3) = ((uint)(b >> 32) ^ w1 ^ keyA, (uint)b, (uint)(a >> 32) ^ w3 ^ keyB, (uint)a);
            unchecked
            {
                keyA += WeylA;
                keyB += WeylB;
            }
        }

        return (w0, w1, w2, w3);
    }

    /// <summary>Draws one word: uniform over all 32-bit numbers.</summary>
    public uint NextUInt32()
    {
        var word = (int)_position & 3;
        if (word == 0)
        {
            _block = Block(Seed, Stream, _position >> 2);
        }

        _position = unchecked(_position + 1);
        return word switch
        {
            0 => _block.W0,
            1 => _block.W1,
            2 => _block.W2,
            _ => _block.W3,
        };
    }

    /// <summary>Draws two words, the low half first: uniform over all 64-bit numbers.</summary>
    public ulong NextUInt64()
    {
        var low = NextUInt32();
        return ((ulong)NextUInt32() << 32) | low;
    }

    /// <summary>Draws a number from [0,1): a multiple of 2^-53, each equally likely.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a whole number from 0 to below a bound, each equally likely, without bias.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    /// <remarks>The high half of the product of word and bound; a word whose low half would bias it is drawn again. Reference: Lemire (2019).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is 0.</exception>
    public uint NextBelow(uint bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        var product = (ulong)NextUInt32() * bound;
        if ((uint)product < bound)
        {
            var excess = unchecked(0U - bound) % bound;
            while ((uint)product < excess)
            {
                product = (ulong)NextUInt32() * bound;
            }
        }

        return (uint)(product >> 32);
    }

    /// <inheritdoc cref="NextBelow(uint)"/>
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        var high = Math.BigMul(NextUInt64(), bound, out var low);
        if (low < bound)
        {
            var excess = unchecked(0UL - bound) % bound;
            while (low < excess)
            {
                high = Math.BigMul(NextUInt64(), bound, out low);
            }
        }

        return high;
    }

    /// <summary>Puts items in a random order, each equally likely.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, changed in place.</param>
    /// <remarks>
    /// Fisher and Yates from the end: for i = n - 1 down to 1, j is drawn by <see cref="NextBelow(uint)"/>(i + 1), and items i and
    /// j change places. Replicate r of a permutation test is this shuffle from the beginning of stream r.
    /// </remarks>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i >= 1; i--)
        {
            var j = (int)NextBelow((uint)i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
