using Mlops.Serialization;
using Mlops.Statistics.Sketches.Sampling;

namespace Mlops.Statistics.Tests.Sketches.Sampling;

public sealed class ReservoirFormTests : SketchFormLaws<Reservoir<double>>
{
    private static readonly ReservoirDefinition<double> Small = new(4, 5);

    protected override string Kind => "mlops.statistics.reservoir";

    protected override IStatisticDefinition<Reservoir<double>> Definition => Small;

    protected override IEnumerable<Reservoir<double>> Sketches => [Of(0), Of(1), Of(4), Of(5), Of(10_000)];

    protected override IEnumerable<(string Base64, Reservoir<double> Sketch)> Goldens =>
        [
            (
                "iU1MT1BTDQoBGm1sb3BzLnN0YXRpc3RpY3MucmVzZXJ2b2lyAQAAABYATWxvcHMuU3RhdGlzdGljcyAwLjEuMDgAAAABBAAAAAUAAAAAAAAAZAEEAFoAAAAAAIBGQAE6AAAAAAAAPUAANgAAAAAAADtAAjgAAAAAAAA8QHuNtDtQtdoLgm8Lv6oemysVYoPGnaQfYh44I9z1Hnj8",
                Of(100)
            ),
        ];

    protected override Reservoir<double> FromBytes(ReadOnlyMemory<byte> bytes) => Small.FromBytes(bytes);

    protected override byte[] ToBytes(Reservoir<double> sketch) => sketch.ToBytes();

    protected override void Exercise(Reservoir<double> sketch)
    {
        Assert.Equal(sketch.EffectiveSize, sketch.Items.Count);
        Assert.DoesNotContain(double.NaN, sketch.ToArray());
        if (sketch.Count < long.MaxValue / 4)
        {
            sketch.Merge(sketch);
            sketch.Add([1, 2, 3], 0, 9);
            Assert.Equal(sketch.EffectiveSize, sketch.Items.Count);
        }
    }

    [Fact]
    public void FromBytes_OfAnotherType_SaysSo()
    {
        var bytes = Of(3).ToBytes();
        var exception = Assert.Throws<EnvelopeFormatException>(() =>
            new ReservoirDefinition<float>(4, 5).FromBytes(bytes)
        );
        Assert.Contains("'type', at byte 0, is 1; it is 2", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1f, 2f], RoundTrip<float>([1, 2]).Order());
        Assert.Equal([long.MinValue, -1L, long.MaxValue], RoundTrip<long>([-1, long.MaxValue, long.MinValue]).Order());
    }

    [Fact]
    public void FromBytes_PartsThatContradictEachOther_SaysWhich()
    {
        AssertRefused("'size', at byte 1, is 5; it is 4", writer => Begin(writer, size: 5));
        AssertRefused("'seed', at byte 5, is 6; it is 5", writer => Begin(writer, seed: 6));
        AssertState("'rows', at byte 15, is 1; of 2 rows a sample of size 4 has 2", 2, (1, 1.0));
        AssertState("is NaN or -0.0", 1, (1, double.NaN));
        AssertState("is NaN or -0.0", 1, (1, -0.0));
        long[] rows = [.. new long[] { 1, 2 }.OrderByDescending(row => ReservoirEntry.PriorityOf(5, 0, row))];
        AssertState("whose priority is below that of the row before", 2, (rows[0], 1.0), (rows[1], 1.0));
        AssertState("whose priority is below that of the row before", 2, (1, 2.0), (1, 1.0));
        AssertState("'row', at byte 17, is 18446744073709551615; a count is at most", 1, (-1, 1.0));
    }

    private static T[] RoundTrip<T>(T[] values)
        where T : unmanaged
    {
        var definition = new ReservoirDefinition<T>(4, 5);
        var sample = definition.Create();
        sample.Add(values, 0);
        return definition.FromBytes(sample.ToBytes()).ToArray();
    }

    private static void Begin(BinaryPayloadWriter writer, int size = 4, ulong seed = 5)
    {
        writer.WriteUInt8(1);
        writer.WriteInt32(size);
        writer.WriteUInt64(seed);
    }

    private void AssertState(string reason, byte count, params (long Row, double Value)[] rows) =>
        AssertRefused(
            reason,
            writer =>
            {
                Begin(writer);
                writer.WriteUInt8(count);
                writer.WriteUInt8(0);
                writer.WriteUInt8((byte)rows.Length);
                foreach (var (row, value) in rows)
                {
                    writer.WriteUInt8(0);
                    writer.WriteVarUInt64((ulong)row);
                    writer.WriteDouble(value);
                }
            }
        );

    private static Reservoir<double> Of(int count)
    {
        var sample = Small.Create();
        for (var row = 0; row < count; row++)
        {
            sample.Add(row * 0.5, row, (ulong)row % 3);
        }

        sample.Add(double.NaN, count);
        return sample;
    }
}
