using System.Buffers;
using System.Text;
using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Sketches.Quantiles;

namespace Mlops.Statistics.Tests.Sketches.Quantiles;

public class KllSerializationTests
{
    private const string Kind = "mlops.statistics.kll";
    private const int Mutations = 4_000;
    private static readonly KllDefinition<double> Small = new(8, 5);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1_000)]
    [InlineData(50_000)]
    public void FromBytes_WhatToBytesWrote_IsTheSameSketch(int count)
    {
        var sketch = Sketch(Small, count);
        var read = Small.FromBytes(sketch.ToBytes());

        AssertSame(sketch, read);
        sketch.Add(KllOrders.Normal(500, stream: 9));
        read.Add(KllOrders.Normal(500, stream: 9));
        AssertSame(sketch, read);
    }

    [Fact]
    public void Read_WhatWriteToWrote_GivesTheSameBytes()
    {
        var sketch = Sketch(Small, 1_000);
        using var document = JsonDocument.Parse(Json(sketch));

        Assert.Equal(sketch.ToBytes(), Small.Read(document.RootElement).ToBytes());
        Assert.Equal(["state"], document.RootElement.EnumerateObject().Select(property => property.Name));
    }

    /// <summary>"A form written on one build is read on another": made by version 1 and never changed.</summary>
    [Fact]
    public void FromBytes_GoldenOfVersion1_IsReadAndGivesItsQuantiles()
    {
        var golden = Convert.FromBase64String(KllGolden.Version1);
        var sketch = Small.FromBytes(golden);

        Assert.Equal((100, 2, 100), (sketch.Count, sketch.MissingCount, sketch.ToWeighted().Weights.Sum()));
        Assert.Equal((-49.5, 49.5), (sketch.Minimum, sketch.Maximum));
        Assert.Equal(KllGolden.Quartiles, new[] { 0.25, 0.5, 0.75 }.Select(sketch.Quantile));
        Assert.Equal(KllGolden.Variance / 10_000.0, sketch.RankVarianceBound);
        Assert.Equal(
            BinaryEnvelope.Open(golden, Kind, 1).Payload.ToArray(),
            BinaryEnvelope.Open(sketch.ToBytes(), Kind, 1).Payload.ToArray()
        );
    }

    [Fact]
    public void Add_ValuesOfTheGolden_GivesTheGoldenPayload()
    {
        var sketch = Small.Create();
        sketch.Add(KllGolden.Values);

        Assert.Equal(
            BinaryEnvelope.Open(Convert.FromBase64String(KllGolden.Version1), Kind, 1).Digest,
            BinaryEnvelope.Open(sketch.ToBytes(), Kind, 1).Digest
        );
    }

    [Fact]
    public void ToBytes_DefaultSizeOfMillionValues_IsWithin7Kilobytes()
    {
        var sketch = Sketch(new KllDefinition<double>(), 1_000_000);

        Assert.InRange(sketch.ToBytes().Length, 4_000, 7 * 1_024);
    }

    [Fact]
    public void FromBytes_OfAnotherDefinitionOrType_SaysWhich()
    {
        var bytes = Sketch(Small, 10).ToBytes();

        AssertRefused("'size'", () => new KllDefinition<double>(9, 5).FromBytes(bytes));
        AssertRefused("'seed'", () => new KllDefinition<double>(8, 6).FromBytes(bytes));
        AssertRefused("'width'", () => new KllDefinition<float>(8, 5).FromBytes(bytes));
    }

    [Fact]
    public void FromBytes_NewerVersion_ThrowsUnsupportedSchemaVersionException()
    {
        var payload = BinaryEnvelope.Open(Sketch(Small, 10).ToBytes(), Kind, 1).Payload;
        var newer = BinaryEnvelope.Seal(Kind, 2, "p", payload.Span);

        Assert.Throws<UnsupportedSchemaVersionException>(() => Small.FromBytes(newer));
    }

    [Fact]
    public void FromBytes_SealedBytesDamaged_AreRefusedOrOfTheSameContent()
    {
        var sketch = Sketch(Small, 1_000);
        var (bytes, random) = (sketch.ToBytes(), new Philox(31));
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            if (TryRead(() => Small.FromBytes(Mutation.Of(bytes, random))) is { } read)
            {
                AssertSame(sketch, read);
            }
            else
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations * 0.9, Mutations);
    }

    /// <summary>Beneath an intact digest, what is read must be a whole sketch: it answers, and is written as it was read.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void FromBytes_PayloadDamagedBeneathTheDigest_IsRefusedOrConsistent(int count)
    {
        var payload = BinaryEnvelope.Open(Sketch(Small, count).ToBytes(), Kind, 1).Payload;
        var random = new Philox(37, (ulong)count);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var damaged = Mutation.Of(payload.Span, random);
            var sealedAgain = BinaryEnvelope.Seal(Kind, 1, "p", damaged);
            if (TryRead(() => Small.FromBytes(sealedAgain)) is { } read)
            {
                Assert.Equal(damaged, BinaryEnvelope.Open(read.ToBytes(), Kind, 1).Payload.ToArray());
                AssertWorks(read);
            }
            else
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 4, Mutations);
    }

    [Fact]
    public void Read_JsonStateDamaged_IsRefusedOrConsistent()
    {
        var (json, random) = (Encoding.UTF8.GetBytes(Json(Sketch(Small, 300))), new Philox(41));
        var (read, refused) = (0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            using var document = TryParse(Mutation.Of(json, random));
            if (document is null)
            {
                continue;
            }

            var sketch = TryRead(() => Small.Read(document.RootElement));
            (read, refused) = (read + (sketch is null ? 0 : 1), refused + (sketch is null ? 1 : 0));
            if (sketch is not null)
            {
                AssertWorks(sketch);
            }
        }

        Assert.True(read > 0 && refused > 1_000, $"{read} read, {refused} refused.");
    }

    [Theory]
    [InlineData("""{"state":5}""", "is a string in base64")]
    [InlineData("""{"state":"a?"}""", "not valid base64")]
    [InlineData("""{"state":""}""", "'width', at byte 0, takes 1 bytes")]
    public void Read_NoPayload_ThrowsFormatException(string json, string reason)
    {
        using var document = JsonDocument.Parse(json);
        var exception = Assert.Throws<FormatException>(() => Small.Read(document.RootElement));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PartsThatContradictEachOther_SaysWhich()
    {
        AssertStateRefused("stand for 2 values, and 'count' is 3", Payload(3, [1, 2], [1, 2]));
        AssertStateRefused("beyond the 'range'", Payload(2, [1, 2], [1, 3]));
        AssertStateRefused("beyond the 'range'", Payload(2, [1, 2], [0, 2]));
        AssertStateRefused("Nothing was lost", Payload(2, [0, 2], [1, 2]));
        AssertStateRefused("is NaN", Payload(2, [1, 2], [1, double.NaN]));
        AssertStateRefused("is -0", Payload(2, [0, 2], [-0.0, 2]));
        AssertStateRefused("more than a sketch of this size keeps", Payload(9, [1, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9]));
        AssertStateRefused("sorted", Payload(5, [1, 3], [1], [3, 2], variance: 1));
        AssertStateRefused("the highest, is empty", Payload(1, [1, 1], [1], [], variance: 1));
        AssertStateRefused("'variance' is 0", Payload(5, [1, 3], [1], [2, 3], variance: 0));
        AssertStateRefused("'variance' is 26", Payload(5, [1, 3], [1], [2, 3], variance: 26));
        AssertStateRefused("'history' is 0", Payload(5, [1, 3], [1], [2, 3], variance: 1, history: 0));
        AssertStateRefused("'lossless', at byte", Payload(5, [1, 3], [1], [2, 3], variance: 1, lossless: 2));
        AssertStateRefused("more bytes follow", [.. Payload(2, [1, 2], [1, 2]), 0]);
        Assert.Equal(5, Read(Payload(5, [1, 3], [1], [2, 3], variance: 1)).Count);
    }

    private static byte[] Payload(
        long count,
        double[] range,
        double[] values,
        double[]? level = null,
        ulong variance = 0,
        ulong history = 7,
        byte lossless = 0
    )
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteUInt8(8);
        writer.WriteInt32(8);
        writer.WriteUInt64(5);
        writer.WriteVarUInt64((ulong)count);
        writer.WriteVarUInt64(0);
        writer.WriteDoubles(range);
        writer.WriteUInt8(level is null ? (byte)1 : (byte)2);
        if (level is not null)
        {
            writer.WriteUInt64(history);
            writer.WriteUInt64(variance);
            writer.WriteUInt64(0);
            writer.WriteUInt8(lossless);
        }

        foreach (var items in new[] { values, level })
        {
            if (items is not null)
            {
                writer.WriteVarUInt64((ulong)items.Length);
                writer.WriteDoubles(items);
            }
        }

        return writer.ToArray();
    }

    private static KllSketch<double> Read(byte[] payload) =>
        Small.FromBytes(BinaryEnvelope.Seal(Kind, 1, "p", payload));

    private static void AssertStateRefused(string reason, byte[] payload) => AssertRefused(reason, () => Read(payload));

    private static void AssertRefused(string reason, Action read)
    {
        var exception = Assert.Throws<EnvelopeFormatException>(read);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private static KllSketch<double>? TryRead(Func<KllSketch<double>> read)
    {
        try
        {
            return read();
        }
        catch (FormatException exception)
        {
            Assert.NotEmpty(exception.Message);
            return null;
        }
    }

    private static JsonDocument? TryParse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void AssertWorks(KllSketch<double> sketch)
    {
        Assert.Equal(sketch.Count, sketch.ToWeighted().Weights.Sum());
        Assert.Equal(sketch.Count == 0, double.IsNaN(sketch.Quantile(0.5)));
        Assert.InRange(sketch.UniformRankError().Bound, 0, 1);
        if (sketch.Count < 1L << 40)
        {
            sketch.Merge(sketch);
            sketch.Add(KllOrders.Normal(50));
            Assert.Equal(sketch.Count, sketch.ToWeighted().Weights.Sum());
        }
    }

    private static void AssertSame(KllSketch<double> expected, KllSketch<double> actual)
    {
        Assert.Equal(expected.ToBytes(), actual.ToBytes());
        Assert.Equal((expected.Count, expected.MissingCount), (actual.Count, actual.MissingCount));
        Assert.Equal(expected.RankVarianceBound, actual.RankVarianceBound);
        Assert.Equal(expected.Quantile(0.3), actual.Quantile(0.3));
    }

    private static KllSketch<double> Sketch(KllDefinition<double> definition, int count)
    {
        var sketch = definition.Create();
        sketch.Add(KllOrders.Normal(count));
        sketch.Add(double.NaN);
        return sketch;
    }

    private static string Json(KllSketch<double> sketch)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            sketch.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
