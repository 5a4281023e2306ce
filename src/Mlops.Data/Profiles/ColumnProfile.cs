using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;

namespace Mlops.Data.Profiles;

/// <summary>What a profile knows of one judged column.</summary>
public abstract class ColumnProfile
{
    private protected ColumnProfile(ProfiledColumn definition) => Definition = definition;

    /// <summary>How the column is treated.</summary>
    public ProfiledColumn Definition { get; }

    /// <summary>The rows that were added, whether the column was there or not.</summary>
    public long RowCount { get; private set; }

    /// <summary>The rows of data sets that lacked the column altogether.</summary>
    public long AbsentCount { get; private set; }

    /// <summary>The rows without a value: missing, not convertible, or of a data set without the column.</summary>
    public long MissingCount { get; private set; }

    /// <summary>The values that did not convert to the column's kind; they count as missing too.</summary>
    public ConversionFailures Failures { get; private set; }

    /// <summary>The rows with a value.</summary>
    public long PresentCount => RowCount - MissingCount;

    /// <summary>The count of the most frequent value among those with a value; an upper bound for numbers in bins.</summary>
    public abstract long ModalCount { get; }

    /// <summary>Whether there are values and all of them are the same.</summary>
    public abstract bool IsConstant { get; }

    internal void AddAbsent(long rows)
    {
        RowCount += rows;
        AbsentCount += rows;
        MissingCount += rows;
    }

    internal void Add(Column column, ComputeContext context)
    {
        Failures = Combine(Failures, column.Failures, RowCount);
        RowCount += column.Length;
        MissingCount += column.MissingCount;
        AddValues(column, context);
    }

    internal void Merge(ColumnProfile other)
    {
        Failures = Combine(Failures, other.Failures, RowCount);
        RowCount += other.RowCount;
        AbsentCount += other.AbsentCount;
        MissingCount += other.MissingCount;
        MergeValues(other);
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteInteger("absent", AbsentCount);
        if (Failures.Count > 0)
        {
            writer.WriteStartObject("failures");
            writer.WriteInteger("count", Failures.Count);
            writer.WriteInteger("firstRow", Failures.FirstRow);
            writer.WriteString("firstValue", Failures.FirstValue);
            writer.WriteEndObject();
        }

        writer.WriteInteger("missing", MissingCount);
        writer.WriteInteger("rows", RowCount);
        WriteValues(writer);
        writer.WriteEndObject();
    }

    internal static ColumnProfile Create(ProfiledColumn definition, SketchOptions? sketches) =>
        (sketches, definition.Schema.Kind) switch
        {
            (null, ColumnKind.Number) => new NumericColumnProfile(definition),
            (null, _) => new CategoryColumnProfile(definition),
            (_, ColumnKind.Number) => new NumericSketchProfile(definition, sketches),
            _ => new CategorySketchProfile(definition, sketches),
        };

    /// <summary>What a profile of another definition would have counted of the same rows, within the error of the sketches.</summary>
    internal ColumnProfile ConvertTo(ProfiledColumn target)
    {
        var (kind, wanted) = (Definition.Schema.Kind, target.Schema.Kind);
        // As columns convert: true and false have names, everything else would have to be read anew.
        var converts =
            PresentCount == 0 || kind == wanted || (kind, wanted) == (ColumnKind.Boolean, ColumnKind.Category);
        var profile =
            converts && kind != ColumnKind.Number == (wanted != ColumnKind.Number)
                ? CountValues(target)
                : Create(target, null);
        profile.RowCount = RowCount;
        profile.AbsentCount = AbsentCount;
        profile.MissingCount = converts ? MissingCount : RowCount;
        profile.Failures = converts
            ? Failures
            : Combine(Failures, new ConversionFailures(PresentCount, 0, $"of the kind {kind}"), 0);
        return profile;
    }

    internal static ColumnProfile Read(ProfiledColumn definition, SketchOptions? sketches, JsonElement state)
    {
        var profile = Create(definition, sketches);
        profile.RowCount = state.Required("rows").GetInteger();
        profile.AbsentCount = state.Required("absent").GetInteger();
        profile.MissingCount = state.Required("missing").GetInteger();
        if (state.TryGetProperty("failures", out var failures))
        {
            profile.Failures = new ConversionFailures(
                failures.Required("count").GetInteger(),
                failures.Required("firstRow").GetInteger(),
                failures.RequiredString("firstValue")
            );
        }

        profile.ReadValues(state);
        if (
            profile.AbsentCount < 0
            || profile.AbsentCount > profile.MissingCount
            || profile.MissingCount > profile.RowCount
        )
        {
            throw new FormatException(
                $"Column '{definition.Schema.Name}': 0 <= absent <= missing <= rows must hold; they are {profile.AbsentCount}, {profile.MissingCount} and {profile.RowCount}."
            );
        }

        if (profile.ValueCount != profile.PresentCount)
        {
            throw new FormatException(
                $"Column '{definition.Schema.Name}': its counts add up to {profile.ValueCount}, but {profile.PresentCount} rows have a value."
            );
        }

        return profile;
    }

    /// <summary>How many values the counts of this class hold.</summary>
    private protected abstract long ValueCount { get; }

    private protected abstract void AddValues(Column column, ComputeContext context);

    /// <summary>A profile of a target of the same kind, with the values and without the counts of rows.</summary>
    private protected abstract ColumnProfile CountValues(ProfiledColumn target);

    private protected abstract void MergeValues(ColumnProfile other);

    private protected abstract void WriteValues(Utf8JsonWriter writer);

    private protected abstract void ReadValues(JsonElement state);

    // Rows are numbered across everything that was added, so a later part's first row moves by the rows before it.
    private static ConversionFailures Combine(ConversionFailures first, ConversionFailures second, long rowsBefore) =>
        first.Count == 0
            ? (second.Count == 0 ? default : second with { FirstRow = second.FirstRow + rowsBefore })
            : first with
            {
                Count = first.Count + second.Count,
            };
}
