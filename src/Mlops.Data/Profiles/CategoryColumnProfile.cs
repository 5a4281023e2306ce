using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Counting;

namespace Mlops.Data.Profiles;

/// <summary>A category or boolean column: the count of each category, or of the frequent ones where it came from a sketch.</summary>
public sealed class CategoryColumnProfile : ColumnProfile
{
    private CategoryCountAccumulator _counts = new CategoryCountDefinition().Create();

    // Sorted when first asked for; set anew by whatever changes the counts.
    private IReadOnlyList<CategoryCount>? _categories;

    internal CategoryColumnProfile(ProfiledColumn definition)
        : base(definition) { }

    internal CategoryColumnProfile(
        ProfiledColumn definition,
        CategoryCountAccumulator counts,
        long otherCount,
        long countError
    )
        : base(definition) => (_counts, OtherCount, CountError) = (counts, otherCount, countError);

    /// <summary>The values of no category that has a count; 0 unless they came from a sketch with more categories than it holds.</summary>
    public long OtherCount { get; private set; }

    /// <summary>The most by which the count of a category can be short; 0 when counts are exact.</summary>
    public long CountError { get; private set; }

    /// <summary>Whether every category is there with its exact count.</summary>
    public bool IsExact => OtherCount == 0 && CountError == 0;

    /// <summary>The categories with their counts, most frequent first, then by name.</summary>
    public IReadOnlyList<CategoryCount> Categories => _categories ??= _counts.Value;

    /// <summary>The number of distinct categories that have a count.</summary>
    public int DistinctCount => _counts.DistinctCount;

    /// <summary>How many categories stand exactly once; over the values, Good and Turing's estimate of the share of the never-seen.</summary>
    public long SingletonCount => Categories.LongCount(category => category.Count == 1);

    /// <inheritdoc/>
    public override long ModalCount => DistinctCount == 0 ? OtherCount : Categories[0].Count + CountError;

    /// <inheritdoc/>
    public override bool IsConstant => DistinctCount == 1 && IsExact;

    /// <summary>The count of a category; 0 when it was never seen.</summary>
    /// <param name="category">The category's name.</param>
    public long CountOf(string category) => _counts.CountOf(category);

    private protected override long ValueCount => _counts.Count + OtherCount;

    private protected override void AddValues(Column column, ComputeContext context)
    {
        _categories = null;
        if (column is BooleanColumn booleans)
        {
            _counts.Add("false", booleans.Codes.Span.Count((sbyte)0));
            _counts.Add("true", booleans.Codes.Span.Count((sbyte)1));
        }
        else
        {
            var categories = (CategoryColumn)column;
            _counts.Add(categories.Codes.Span, categories.Categories);
        }
    }

    private protected override void MergeValues(ColumnProfile other)
    {
        _categories = null;
        var categories = (CategoryColumnProfile)other;
        _counts.Merge(categories._counts);
        OtherCount += categories.OtherCount;
        CountError += categories.CountError;
    }

    private protected override ColumnProfile CountValues(ProfiledColumn target)
    {
        var copy = new CategoryCountDefinition().Create();
        copy.Merge(_counts);
        return new CategoryColumnProfile(target, copy, OtherCount, CountError);
    }

    private protected override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("categories");
        _counts.WriteTo(writer);
        if (!IsExact)
        {
            writer.WriteInteger("countError", CountError);
            writer.WriteInteger("other", OtherCount);
        }
    }

    private protected override void ReadValues(JsonElement state)
    {
        _counts = new CategoryCountDefinition().Read(state.Required("categories"));
        OtherCount = state.TryGetProperty("other", out var other) ? other.GetInteger() : 0;
        CountError = state.TryGetProperty("countError", out var error) ? error.GetInteger() : 0;
        if (OtherCount < 0 || CountError < 0 || CountError > OtherCount)
        {
            throw new FormatException(
                $"Column '{Definition.Schema.Name}': 0 <= countError <= other must hold; they are {CountError} and {OtherCount}."
            );
        }
    }
}
