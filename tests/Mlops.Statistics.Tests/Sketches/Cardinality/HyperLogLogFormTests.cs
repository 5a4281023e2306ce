using Mlops.Statistics.Sketches.Cardinality;

namespace Mlops.Statistics.Tests.Sketches.Cardinality;

public sealed class HyperLogLogFormTests : SketchFormLaws<HyperLogLog>
{
    private static readonly HyperLogLogDefinition Small = new(6, 5);

    protected override string Kind => "mlops.statistics.hyperloglog";

    protected override IStatisticDefinition<HyperLogLog> Definition => Small;

    protected override IEnumerable<HyperLogLog> Sketches => [Of(0), Of(1), Of(6), Of(7), Of(100_000)];

    protected override IEnumerable<(string Base64, HyperLogLog Sketch)> Goldens =>
        [
            (
                "iU1MT1BTDQoBHG1sb3BzLnN0YXRpc3RpY3MuaHlwZXJsb2dsb2cBAAAAFgBNbG9wcy5TdGF0aXN0aWNzIDAuMS4wJQAAAAYFAAAAAAAAAAMBAANMS+Sv+CNhc4QQ+8j56U533Ec3SxJoO7DInj7MB9RwA34uco990ZPpNYz6DQffIUXVdd+voD2oGA==",
                Of(3)
            ),
            (
                "iU1MT1BTDQoBHG1sb3BzLnN0YXRpc3RpY3MuaHlwZXJsb2dsb2cBAAAAFgBNbG9wcy5TdGF0aXN0aWNzIDAuMS4wPAAAAAYFAAAAAAAAAGQBAcMgCMIABIQAIAExBMIADEEgFEUgBEEwCAVwEEYACIQwEAURAMIAAAMgBMIAAEAABFNOcttZviBb1nxo9J88DeDs9iwYTZzYZnc1ywbEx8Sf",
                Of(100)
            ),
        ];

    protected override HyperLogLog FromBytes(ReadOnlyMemory<byte> bytes) => Small.FromBytes(bytes);

    protected override byte[] ToBytes(HyperLogLog sketch) => sketch.ToBytes();

    protected override void Exercise(HyperLogLog sketch)
    {
        Assert.True(sketch.Estimate >= 0);
        Assert.True(sketch.Interval().Lower <= sketch.Interval().Upper);
        sketch.Merge(sketch);
        sketch.Add([1, 2, 3, 4, 5, 6, 7, double.NaN]);
    }

    [Fact]
    public void Estimate_OfTheGoldens_IsTheSameOnEveryMachine() =>
        Assert.Equal([3, 103.72955571526296], Goldens.Select(golden => golden.Sketch.Estimate));

    [Fact]
    public void FromBytes_PartsThatContradictEachOther_SaysWhich()
    {
        AssertRefused("'precision', at byte 0, is 7; it is 6", writer => writer.WriteUInt8(7));
        AssertState("'form', at byte 11, is 2", 0, 2);
        AssertState("'hashes', at byte 12, is 0; of 1 values", 1, 0, 0);
        AssertState("'hashes', at byte 12, is 2; of 1 values", 1, 0, 2, 1, 2);
        AssertState("'hashes', at byte 12, is 7; of 9 values there are 1 to 6", 9, 0, 7, 1, 2, 3, 4, 5, 6, 7);
        AssertState("is 1, after 1; each is above", 2, 0, 2, 1, 1);
        AssertState("1 more bytes follow", 1, 0, 1, 1, null);
        AssertState("takes 48 bytes, and 0 are left", 9, 1);
        AssertState("has 0 occupied registers", 9, 1, null, 0, 0, 0, 0, 0, 0);
        AssertState("they take at least 7 values", 6, 1, null, 1, 0, 0, 0, 0, 0);
        AssertState(
            "has rank 63 in register 0; with precision 6 a rank is at most 59",
            9,
            1,
            null,
            0x3F,
            0,
            0,
            0,
            0,
            0
        );
    }

    /// <summary>The parts after the seed; a word that is null is one byte.</summary>
    private void AssertState(string reason, byte count, byte form, byte? length = null, params ulong?[] words) =>
        AssertRefused(
            reason,
            writer =>
            {
                writer.WriteUInt8(6);
                writer.WriteUInt64(5);
                writer.WriteUInt8(count);
                writer.WriteUInt8(0);
                writer.WriteUInt8(form);
                if (length is { } value)
                {
                    writer.WriteUInt8(value);
                }

                foreach (var word in words)
                {
                    if (word is { } bits)
                    {
                        writer.WriteUInt64(bits);
                    }
                    else
                    {
                        writer.WriteUInt8(0);
                    }
                }
            }
        );

    private static HyperLogLog Of(int count)
    {
        var sketch = Small.Create();
        for (var i = 0; i < count; i++)
        {
            sketch.Add(i);
        }

        sketch.Add(double.NaN);
        return sketch;
    }
}
