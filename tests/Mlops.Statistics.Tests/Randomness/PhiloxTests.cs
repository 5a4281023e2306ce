using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Randomness;

public class PhiloxTests
{
    private const int Draws = 40_000;

    /// <summary>Known answers of Random123 1.14 (kat_vectors, philox4x32 10): counter words, key words, output words.</summary>
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU)]
    [InlineData(
        0x299f31d0a4093822UL,
        0x0370734413198a2eUL,
        0x85a308d3243f6a88UL,
        0xd16cfe09U,
        0x94fdccebU,
        0x5001e420U,
        0x24126ea1U
    )]
    public void Block_KnownAnswers_AreThose(ulong seed, ulong high, ulong low, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Block(seed, high, low));

    [Fact]
    public void NextUInt32_Stream_IsTheWordsOfItsBlocks()
    {
        var random = new Philox(5, 9);
        for (var block = 0UL; block < 3; block++)
        {
            var (w0, w1, w2, w3) = Philox.Block(5, 9, block);
            Assert.Equal([w0, w1, w2, w3], Enumerable.Range(0, 4).Select(_ => random.NextUInt32()));
        }
    }

    [Fact]
    public void NextUInt64_TwoWords_LowHalfFirst()
    {
        var words = new Philox(5);
        var random = new Philox(5);
        random.NextUInt32();
        words.NextUInt32();
        for (var i = 0; i < 5; i++)
        {
            var low = words.NextUInt32();
            Assert.Equal(low | ((ulong)words.NextUInt32() << 32), random.NextUInt64());
        }
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(6UL)]
    [InlineData(1_000_003UL)]
    public void Position_Set_GoesThere(ulong position)
    {
        var random = new Philox(3, 4) { Position = position };
        var (w0, w1, w2, w3) = Philox.Block(3, 4, position / 4);

        Assert.Equal(new[] { w0, w1, w2, w3 }[position % 4], random.NextUInt32());
        Assert.Equal(position + 1, random.Position);
    }

    [Fact]
    public void Position_EndOfTheStream_BeginsAgain()
    {
        var random = new Philox(3) { Position = ulong.MaxValue };
        random.NextUInt32();

        Assert.Equal(0UL, random.Position);
        Assert.Equal(new Philox(3).NextUInt32(), random.NextUInt32());
    }

    [Fact]
    public void NextDouble_Draws_AreMultiplesInRangeWithMeanAHalf()
    {
        var random = new Philox(11);
        var values = Enumerable.Range(0, Draws).Select(_ => random.NextDouble()).ToArray();

        Assert.All(values, value => Assert.True(value is >= 0 and < 1 && value * (1L << 53) % 1 == 0));
        Assert.InRange(values.Average(), 0.5 - (4 / Math.Sqrt(12.0 * Draws)), 0.5 + (4 / Math.Sqrt(12.0 * Draws)));
    }

    [Theory]
    [InlineData(1U)]
    [InlineData(3U)]
    [InlineData(10U)]
    [InlineData(37U)]
    public void NextBelow_SmallBound_IsUniform(uint bound)
    {
        var (narrow, wide) = (new Philox(1, bound), new Philox(2, bound));
        var (counts, wideCounts) = (new int[bound], new int[bound]);
        for (var i = 0; i < Draws; i++)
        {
            counts[narrow.NextBelow(bound)]++;
            wideCounts[wide.NextBelow((ulong)bound)]++;
        }

        AssertUniform(counts);
        AssertUniform(wideCounts);
    }

    /// <summary>Of 2^32 words, a bound of 3 · 2^30 takes a third twice where nothing is drawn again.</summary>
    [Fact]
    public void NextBelow_BoundThatBiases_IsUniformAllTheSame()
    {
        var random = new Philox(21);
        var (counts, wide) = (new int[3], new int[3]);
        for (var i = 0; i < Draws; i++)
        {
            counts[random.NextBelow(3U << 30) % 3]++;
            wide[(int)(random.NextBelow(3UL << 62) % 3)]++;
        }

        AssertUniform(counts);
        AssertUniform(wide);
        Assert.True(random.Position > 3.5 * Draws, "A quarter of the words is to be drawn again.");
    }

    [Fact]
    public void NextBelow_Zero_ThrowsArgumentOutOfRangeException()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Philox(1).NextBelow(0U));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Philox(1).NextBelow(0UL));
    }

    [Fact]
    public void Shuffle_DrawOrder_IsAsStated()
    {
        var items = Enumerable.Range(0, 10).ToArray();
        new Philox(8, 2).Shuffle<int>(items);

        var random = new Philox(8, 2);
        var expected = Enumerable.Range(0, 10).ToArray();
        for (var i = 9; i >= 1; i--)
        {
            var j = random.NextBelow((uint)i + 1);
            (expected[i], expected[j]) = (expected[j], expected[i]);
        }

        Assert.Equal(expected, items);
    }

    [Fact]
    public void Shuffle_ThreeItems_EveryOrderIsEquallyLikely()
    {
        var counts = new int[6];
        for (var replicate = 0UL; replicate < Draws; replicate++)
        {
            int[] items = [0, 1, 2];
            new Philox(99, replicate).Shuffle<int>(items);
            counts[(2 * items[0]) + (items[1] > items[2] ? 1 : 0)]++;
        }

        AssertUniform(counts);
    }

    [Fact]
    public void Shuffle_NoneOrOne_DrawsNothing()
    {
        var random = new Philox(1);
        random.Shuffle<int>([]);
        random.Shuffle<int>([7]);

        Assert.Equal(0UL, random.Position);
    }

    /// <summary>Chi-square within four of its standard deviations of its mean; the seeds are fixed.</summary>
    private static void AssertUniform(int[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        var statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        var freedom = counts.Length - 1;
        Assert.InRange(statistic, 0, freedom + (4 * Math.Sqrt(2 * freedom)) + 1e-12);
    }
}
