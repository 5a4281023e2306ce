using Mlops.Data.Profiles;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>What is known of a column before columns are judged together.</summary>
internal sealed record ColumnEvidence(
    ColumnProfile Reference,
    ColumnProfile Current,
    EffectBound Bound,
    ResultStatus Status,
    string StructuralReason,
    ValueBins Bins,
    IReadOnlyList<(ComponentKind Kind, EquivalenceResult Test)> Tests,
    DriftRule Rule,
    IReadOnlyList<ColumnTest> Detection
)
{
    public ProfiledColumn Definition => Reference.Definition;

    /// <summary>Whether the size of the change decides on the values.</summary>
    public bool IsJudgedByEffect => Rule.Id == DriftRule.EffectId;

    /// <summary>The test that decides on the values, where it is not the size of the change.</summary>
    public ColumnTest? Deciding => Detection.FirstOrDefault(test => test.Id == Rule.Id);

    public static ColumnEvidence Gather(
        ColumnProfile reference,
        ColumnProfile current,
        SortedPair? values,
        ColumnDesign referenceDesign,
        ColumnDesign currentDesign,
        double[]? periods,
        DriftOptions options,
        ComputeContext? context
    )
    {
        var schema = reference.Definition.Schema;
        var bound = options.BoundOf(schema.Name);
        var bins = ValueBins.Of(reference, current);
        var (status, reason) = StructuralCheck.Check(reference, current, options);
        var isOk = status == ResultStatus.Ok;
        return new ColumnEvidence(
            reference,
            current,
            bound,
            status,
            reason,
            bins,
            isOk ? ComponentTests.Run(reference, current, bins, bound.Distance, referenceDesign, currentDesign) : [],
            options.RuleOf(schema.Name, schema.Kind),
            isOk
                ? ColumnTestCatalogue.Run(
                    new TestInput(reference, current, bins, values, context)
                    {
                        Periods = periods,
                        RowDesignEffect = ComponentTests.DesignOf(
                            ComponentKind.Value,
                            reference.PresentCount,
                            current.PresentCount,
                            referenceDesign,
                            currentDesign
                        ),
                    },
                    options.FurtherTests.Append(options.RuleOf(schema.Name, schema.Kind).Id)
                )
                : []
        );
    }
}
