using Mlops.Statistics.Sketches.FrequentItems;
using Sketch = Mlops.Statistics.Sketches.FrequentItems.FrequentItemsSketch;

namespace Mlops.Statistics.Tests.Sketches.FrequentItems;

public sealed class FrequentItemsFormTests : SketchFormLaws<Sketch>
{
    private static readonly FrequentItemsDefinition Small = new(4);

    protected override string Kind => "mlops.statistics.frequent-items";

    protected override IStatisticDefinition<Sketch> Definition => Small;

    protected override IEnumerable<Sketch> Sketches => [Of(0), Of(1), Of(8), Of(9), Of(1_000)];

    protected override IEnumerable<(string Base64, Sketch Sketch)> Goldens =>
        [
            (
                "iU1MT1BTDQoBH21sb3BzLnN0YXRpc3RpY3MuZnJlcXVlbnQtaXRlbXMBAAAAFgBNbG9wcy5TdGF0aXN0aWNzIDAuMS4wMgAAAAQAAAD3BwIACAPDqTXrBwPDqTIDA8OpMQIDw6k0AgPDqTcCA8OpMAEDw6kzAQPDqTYBL1EtnTLuQ3nCEtJmcC9kJ1mFMLANCndrvtGKDgK/vCg=",
                Of(8)
            ),
            (
                "iU1MT1BTDQoBH21sb3BzLnN0YXRpc3RpY3MuZnJlcXVlbnQtaXRlbXMBAAAAFgBNbG9wcy5TdGF0aXN0aWNzIDAuMS4wIQAAAAQAAACvCQIgBAPDqTXLBwTDqTk1AQTDqTk4AQTDqTk5AbqZa/XWlNkuvA6LZsv4FBW4dXwdmF+prnEkp19YxqTg",
                Of(100)
            ),
        ];

    protected override Sketch FromBytes(ReadOnlyMemory<byte> bytes) => Small.FromBytes(bytes);

    protected override byte[] ToBytes(Sketch sketch) => sketch.ToBytes();

    protected override void Exercise(Sketch sketch)
    {
        Assert.Equal(sketch.HeldCount, sketch.Items.Count);
        Assert.Equal(sketch.Count - sketch.Items.Sum(item => item.LowerBound), sketch.Remainder);
        if (sketch.Count < long.MaxValue / 4)
        {
            sketch.Merge(sketch);
            sketch.Add("one more");
            Assert.InRange(sketch.MaximumError, 0, sketch.Remainder / 5);
        }
    }

    [Fact]
    public void FromBytes_PartsThatContradictEachOther_SaysWhich()
    {
        AssertRefused("'capacity', at byte 0, is 5; it is 4", writer => writer.WriteInt32(5));
        AssertState("'items', at byte 7, is 9; with a capacity of 4 at most 8", 99, 0, 9, "abcdefghijklmnopqr");
        AssertState("'items', at byte 7, is 9; the 2 bytes that are left hold at most 1", 99, 0, 9, "\u0000\u0001");
        AssertState("'item's count', at byte 10, is 0; it is at least 1", 9, 0, 1, "\u0001a\u0000");
        AssertState(
            "'item's count', at byte 10, is 5; it is at least 1, and all add up to at most 4",
            4,
            0,
            1,
            "\u0001a\u0005"
        );
        AssertState("stands there twice", 5, 0, 2, "\u0001a\u0003\u0001a\u0002");
        AssertState("in the wrong place", 5, 0, 2, "\u0001a\u0002\u0001b\u0003");
        AssertState("in the wrong place", 4, 0, 2, "\u0001b\u0002\u0001a\u0002");
        AssertState(
            "'error', at byte 6, is 0; with 1 of 4 items not accounted for it is above 0",
            4,
            0,
            1,
            "\u0001a\u0003"
        );
        AssertState(
            "'error', at byte 6, is 2; with 9 of 12 items not accounted for it is at most 1",
            12,
            2,
            1,
            "\u0001a\u0003"
        );
        AssertState("1 more bytes follow", 3, 0, 1, "\u0001a\u0003\u0000");
    }

    private void AssertState(string reason, byte count, byte error, byte length, string rest) =>
        AssertRefused(
            reason,
            writer =>
            {
                writer.WriteInt32(4);
                writer.WriteUInt8(count);
                writer.WriteUInt8(0);
                writer.WriteUInt8(error);
                writer.WriteUInt8(length);
                writer.WriteBytes([.. rest.Select(character => (byte)character)]);
            }
        );

    private static Sketch Of(int distinct)
    {
        var sketch = Small.Create();
        for (var i = 0; i < distinct; i++)
        {
            sketch.Add(FormattableString.Invariant($"é{i}"), 1 + (i % 3) + (i == 5 ? 1_000 : 0));
        }

        sketch.AddMissing(2);
        return sketch;
    }
}
