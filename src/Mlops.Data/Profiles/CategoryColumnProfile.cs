using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Counting;

namespace Mlops.Data.Profiles;

/// <summary>A category or boolean column: the exact count of each category.</summary>
public sealed class CategoryColumnProfile : ColumnProfile
{
    private CategoryCountAccumulator _counts = new CategoryCountDefinition().Create();

    // Sorted when first asked for; set anew by whatever changes the counts.
    private IReadOnlyList<CategoryCount>? _categories;

    internal CategoryColumnProfile(ProfiledColumn definition)
        : base(definition) { }

    /// <summary>The categories with their counts, most frequent first, then by name.</summary>
    public IReadOnlyList<CategoryCount> Categories => _categories ??= _counts.Value;

    /// <summary>The number of distinct categories.</summary>
    public int DistinctCount => _counts.DistinctCount;

    /// <summary>How many categories stand exactly once; over the values, Good and Turing's estimate of the share of the never-seen.</summary>
    public long SingletonCount => Categories.LongCount(category => category.Count == 1);

    /// <inheritdoc/>
    public override long ModalCount => DistinctCount == 0 ? 0 : Categories[0].Count;

    /// <inheritdoc/>
    public override bool IsConstant => DistinctCount == 1;

    /// <summary>The count of a category; 0 when it was never seen.</summary>
    /// <param name="category">The category's name.</param>
    public long CountOf(string category) => _counts.CountOf(category);

    private protected override long ValueCount => _counts.Count;

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
        _counts.Merge(((CategoryColumnProfile)other)._counts);
    }

    private protected override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("categories");
        _counts.WriteTo(writer);
    }

    private protected override void ReadValues(JsonElement state) =>
        _counts = new CategoryCountDefinition().Read(state.Required("categories"));
}
