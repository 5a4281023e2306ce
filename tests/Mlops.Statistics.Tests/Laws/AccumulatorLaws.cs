using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Statistics.Tests.Laws;

/// <summary>What holds for every accumulator. A class for each says how to make one, what to feed it, and when two are the same.</summary>
public abstract class AccumulatorLaws<TAccumulator, TValue>
    where TAccumulator : IAccumulator<TAccumulator>
{
    protected abstract IStatisticDefinition<TAccumulator> CreateDefinition();

    protected abstract Gen<TValue> Values { get; }

    protected abstract void Add(TAccumulator accumulator, TValue[] values);

    protected abstract bool IsCounted(TValue value);

    /// <summary>Asserts equality under the class's merge law; exact unless it says otherwise.</summary>
    protected virtual void AssertEquivalent(TAccumulator expected, TAccumulator actual, TValue[] values) =>
        Assert.Equal(Serialize(expected), Serialize(actual));

    [Fact]
    public void Count_AnyValues_AddsUp() =>
        Law.Holds(Values.ArrayOf(), values => Assert.Equal(values.LongCount(IsCounted), Fed(values).Count));

    [Fact]
    public void Merge_TwoParts_EqualsOnePiece() =>
        Law.Holds(
            Values.ArrayOf().Two(),
            parts =>
            {
                TValue[] all = [.. parts.Item1, .. parts.Item2];
                AssertEquivalent(Fed(all), Merged(Fed(parts.Item1), Fed(parts.Item2)), all);
            }
        );

    [Fact]
    public void Add_TwoParts_EqualsOnePiece() =>
        Law.Holds(
            Values.ArrayOf().Two(),
            parts =>
            {
                TValue[] all = [.. parts.Item1, .. parts.Item2];
                var twice = Fed(parts.Item1);
                Add(twice, parts.Item2);
                AssertEquivalent(Fed(all), twice, all);
            }
        );

    [Fact]
    public void Merge_Empty_ChangesNothing() =>
        Law.Holds(
            Values.ArrayOf(),
            values =>
            {
                var expected = Serialize(Fed(values));
                Assert.Equal(expected, Serialize(Merged(Fed(values), Fed([]))));
                Assert.Equal(expected, Serialize(Merged(Fed([]), Fed(values))));
            }
        );

    [Fact]
    public void Merge_ThreeParts_IsAssociative() =>
        Law.Holds(
            Values.ArrayOf().Three(),
            parts =>
            {
                var (a, b, c) = parts;
                var left = Merged(Merged(Fed(a), Fed(b)), Fed(c));
                var right = Merged(Fed(a), Merged(Fed(b), Fed(c)));
                AssertEquivalent(left, right, [.. a, .. b, .. c]);
            }
        );

    [Fact]
    public void Merge_Other_StaysAsItIs() =>
        Law.Holds(
            Values.ArrayOf().Two(),
            parts =>
            {
                var other = Fed(parts.Item2);
                var before = Serialize(other);
                Merged(Fed(parts.Item1), other);
                Assert.Equal(before, Serialize(other));
            }
        );

    [Fact]
    public void Merge_Itself_EqualsTwiceTheValues() =>
        Law.Holds(
            Values.ArrayOf(),
            values =>
            {
                var accumulator = Fed(values);
                accumulator.Merge(accumulator);
                AssertEquivalent(Fed([.. values, .. values]), accumulator, values);
            }
        );

    [Fact]
    public void Read_WhatWasWritten_IsTheSameState() =>
        Law.Holds(
            Values.ArrayOf().Two(),
            parts =>
            {
                var written = Merged(Fed(parts.Item1), Fed(parts.Item2));
                var json = Serialize(written);
                using var document = JsonDocument.Parse(json);
                var read = CreateDefinition().Read(document.RootElement);

                Assert.Equal(json, Serialize(read));
                Assert.Equal(written.Count, read.Count);
                Assert.Equal(Serialize(Merged(written, Fed(parts.Item1))), Serialize(Merged(read, Fed(parts.Item1))));
            }
        );

    [Fact]
    public void Read_NotAnObject_ThrowsFormatException()
    {
        using var document = JsonDocument.Parse("[1]");
        var exception = Assert.Throws<FormatException>(() => CreateDefinition().Read(document.RootElement));
        Assert.Contains(CreateDefinition().Id, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PropertyMissing_ThrowsFormatException()
    {
        using var whole = JsonDocument.Parse(Serialize(Fed([])));
        foreach (var left in whole.RootElement.EnumerateObject())
        {
            var rest = whole.RootElement.EnumerateObject().Where(p => p.Name != left.Name);
            var json = string.Join(',', rest.Select(p => $"\"{p.Name}\":{p.Value.GetRawText()}"));
            using var part = JsonDocument.Parse($"{{{json}}}");
            var exception = Assert.Throws<FormatException>(() => CreateDefinition().Read(part.RootElement));
            Assert.Contains($"'{left.Name}'", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Definition_MadeTwice_IsEqualByValue()
    {
        var (one, other) = (CreateDefinition(), CreateDefinition());
        Assert.NotSame(one, other);
        Assert.Equal<object>(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal<object>(one, one.Create().Definition);
    }

    [Fact]
    public void Merge_Null_ThrowsArgumentNullException() =>
        Assert.Throws<ArgumentNullException>(() => Fed([]).Merge(default!));

    protected static string Serialize(TAccumulator accumulator)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            accumulator.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    protected TAccumulator Fed(TValue[] values)
    {
        var accumulator = CreateDefinition().Create();
        Add(accumulator, values);
        return accumulator;
    }

    protected static TAccumulator Merged(TAccumulator into, TAccumulator other)
    {
        into.Merge(other);
        return into;
    }
}
