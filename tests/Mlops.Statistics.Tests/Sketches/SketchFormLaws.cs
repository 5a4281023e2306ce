using System.Buffers;
using System.Text;
using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Sketches;

/// <summary>What holds for the saved forms of a sketch: they are read as they were written, for ever, and damage is refused.</summary>
public abstract class SketchFormLaws<TSketch>
    where TSketch : IAccumulator<TSketch>
{
    private const int Mutations = 1_500;

    protected abstract string Kind { get; }

    protected abstract IStatisticDefinition<TSketch> Definition { get; }

    /// <summary>Sketches in each of their states, the empty one among them.</summary>
    protected abstract IEnumerable<TSketch> Sketches { get; }

    /// <summary>Forms of version 1, which never change, with the sketches that they are of.</summary>
    protected abstract IEnumerable<(string Base64, TSketch Sketch)> Goldens { get; }

    protected abstract TSketch FromBytes(ReadOnlyMemory<byte> bytes);

    protected abstract byte[] ToBytes(TSketch sketch);

    /// <summary>Asks it everything; none of it may throw.</summary>
    protected abstract void Exercise(TSketch sketch);

    [Fact]
    public void FromBytes_WhatToBytesWrote_IsTheSame() =>
        Assert.All(
            Sketches,
            sketch =>
            {
                var bytes = ToBytes(sketch);
                var read = FromBytes(bytes);
                Assert.Equal(bytes, ToBytes(read));
                Assert.Equal(sketch.Count, read.Count);
                sketch.Merge(FromBytes(bytes));
                read.Merge(read);
                Assert.Equal(ToBytes(sketch), ToBytes(read));
            }
        );

    [Fact]
    public void Read_WhatWriteToWrote_HasThePayloadInBase64() =>
        Assert.All(
            Sketches,
            sketch =>
            {
                using var document = JsonDocument.Parse(Json(sketch));
                Assert.Equal(["state"], document.RootElement.EnumerateObject().Select(property => property.Name));
                Assert.Equal(PayloadOf(sketch), document.RootElement.GetProperty("state").GetBytesFromBase64());
                Assert.Equal(ToBytes(sketch), ToBytes(Definition.Read(document.RootElement)));
            }
        );

    [Fact]
    public void FromBytes_Golden_IsReadAndMadeAgain() =>
        Assert.All(
            Goldens,
            golden =>
            {
                var (base64, sketch) = golden;
                var bytes = Convert.FromBase64String(base64);
                Assert.Equal(PayloadOf(sketch), PayloadOf(FromBytes(bytes)));
                Assert.Equal(BinaryEnvelope.Open(bytes, Kind, 1).Payload.ToArray(), PayloadOf(sketch));
            }
        );

    [Fact]
    public void FromBytes_NewerVersion_ThrowsUnsupportedSchemaVersionException() =>
        Assert.Throws<UnsupportedSchemaVersionException>(() =>
            FromBytes(BinaryEnvelope.Seal(Kind, 2, "p", PayloadOf(Sketches.First())))
        );

    [Fact]
    public void FromBytes_SealedBytesDamaged_AreRefusedOrOfTheSameContent()
    {
        var random = new Philox(31);
        foreach (var sketch in Sketches)
        {
            var (bytes, refused) = (ToBytes(sketch), 0);
            for (var i = 0; i < Mutations; i++)
            {
                if (TryRead(() => FromBytes(Mutation.Of(bytes, random)), out var read))
                {
                    Assert.Equal(bytes, ToBytes(read));
                }
                else
                {
                    refused++;
                }
            }

            Assert.InRange(refused, Mutations * 0.6, Mutations);
        }
    }

    /// <summary>Beneath an intact digest, what is accepted is written as it was read, and works; reading it allocates no more than its length warrants.</summary>
    [Fact]
    public void FromBytes_PayloadDamagedBeneathTheDigest_IsRefusedOrConsistent()
    {
        var random = new Philox(37);
        foreach (var sketch in Sketches)
        {
            var (payload, refused) = (PayloadOf(sketch), 0);
            for (var i = 0; i < Mutations; i++)
            {
                var damaged = Mutation.Of(payload, random);
                var bytes = BinaryEnvelope.Seal(Kind, 1, "p", damaged);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var isRead = TryRead(() => FromBytes(bytes), out var read);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000 + (100L * damaged.Length));
                if (isRead)
                {
                    Assert.Equal(damaged, PayloadOf(read));
                    Exercise(read);
                }
                else
                {
                    refused++;
                }
            }

            Assert.InRange(refused, Mutations / 20, Mutations);
        }
    }

    [Fact]
    public void Read_JsonDamaged_IsRefusedOrConsistent()
    {
        var random = new Philox(41);
        foreach (var json in Sketches.Select(sketch => Encoding.UTF8.GetBytes(Json(sketch))))
        {
            var refused = 0;
            for (var i = 0; i < Mutations; i++)
            {
                using var document = TryParse(Mutation.Of(json, random));
                if (document is null)
                {
                    continue;
                }

                if (TryRead(() => Definition.Read(document.RootElement), out var read))
                {
                    Exercise(read);
                }
                else
                {
                    refused++;
                }
            }

            Assert.InRange(refused, 100, Mutations);
        }
    }

    [Theory]
    [InlineData("""{"state":5}""")]
    [InlineData("""{"state":"a?"}""")]
    [InlineData("""{"state":""}""")]
    [InlineData("""{"state":null}""")]
    public void Read_NoPayload_ThrowsFormatException(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Throws<FormatException>(() => Definition.Read(document.RootElement));
    }

    protected byte[] PayloadOf(TSketch sketch) => BinaryEnvelope.Open(ToBytes(sketch), Kind, 1).Payload.ToArray();

    /// <summary>Asserts that a payload is refused, with a reason.</summary>
    protected void AssertRefused(string reason, Action<BinaryPayloadWriter> write)
    {
        var writer = new BinaryPayloadWriter();
        write(writer);
        var bytes = BinaryEnvelope.Seal(Kind, 1, "p", writer.WrittenSpan);
        var exception = Assert.Throws<EnvelopeFormatException>(() => FromBytes(bytes));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private static bool TryRead(Func<TSketch> read, out TSketch sketch)
    {
        try
        {
            sketch = read();
            return true;
        }
        catch (FormatException exception)
        {
            Assert.NotEmpty(exception.Message);
            sketch = default!;
            return false;
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

    private static string Json(TSketch sketch)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            sketch.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
