using Mlops.Data;
using Mlops.Drift.Decomposition;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests.Decomposition;

public class ShiftDecompositionTests
{
    [Fact]
    public void Compare_OnlyTheInputsMove_TheLabelBehavesAsBefore()
    {
        var shift = ShiftDecomposition.Compare(Data("then", 1), Data("now", 2, by: 0.8));

        Assert.Equal(("y", "income"), (shift.Label, shift.Leading!.Column));
        Assert.Equal((Verdict.Fail, Verdict.Pass), (shift.CovariateVerdict, shift.ConditionalVerdict));
        Assert.Equal("The inputs moved; given income, y behaves as before.", shift.Summary);
        Assert.Equal(Verdict.Fail, shift.LabelVerdict);
        // Seen through noise alone, the label has changed by itself: that is why the leading feature decides.
        Assert.Equal(Verdict.Fail, shift.Inputs.Single(input => input.Column == "noise").ConditionalVerdict);
        Assert.True(shift.Leading.LabelChange.Composition.PValue < 1e-6);
        Assert.True(shift.Leading.Information > shift.Inputs[^1].Information);
        Assert.Contains("behaves as before", shift.ToDocument().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OnlyTheLabelMoves_TheInputsAreAsBefore()
    {
        var shift = ShiftDecomposition.Compare(Data("then", 1), Data("now", 2, offset: 1.2));

        Assert.Equal((Verdict.Pass, Verdict.Fail), (shift.CovariateVerdict, shift.ConditionalVerdict));
        Assert.StartsWith("The inputs are as before, but given income", shift.Summary, StringComparison.Ordinal);
        Assert.True(shift.Leading!.Directional.PValue < 1e-6);
        Assert.Equal("y = true", shift.LabelClass);
        Assert.True(shift.Leading.LabelChange.Within.Estimate > 0.1);
    }

    [Fact]
    public void Compare_NothingMoves_AllIsAsBefore()
    {
        var shift = ShiftDecomposition.Compare(Data("then", 1), Data("now", 2));

        Assert.Equal((Verdict.Pass, Verdict.Pass), (shift.CovariateVerdict, shift.ConditionalVerdict));
    }

    [Fact]
    public void Compare_NumberAndCategoryLabels_AreDecomposed()
    {
        var (a, b) = (Data("then", 1), Data("now", 2, by: 0.8));

        var number = ShiftDecomposition.Compare(a, b, new DecompositionOptions { Label = "amount" });
        var category = ShiftDecomposition.Compare(a, b, new DecompositionOptions { Label = "grade" });

        Assert.Equal((Verdict.Fail, Verdict.Pass), (number.CovariateVerdict, number.ConditionalVerdict));
        Assert.Equal("", number.LabelClass);
        Assert.Equal("income", category.Leading!.Column);
        Assert.StartsWith("grade = ", category.LabelClass, StringComparison.Ordinal);
        Assert.All(
            number.Inputs,
            input =>
                Assert.Equal(
                    input.LabelChange.Change.Estimate,
                    input.LabelChange.Composition.Estimate + input.LabelChange.Within.Estimate,
                    1e-9
                )
        );
    }

    [Fact]
    public void Compare_TheSquaresOfAnInput_AddUp()
    {
        foreach (var input in ShiftDecomposition.Compare(Data("then", 1), Data("now", 2, by: 0.5)).Inputs)
        {
            Assert.Equal(
                Math.Pow(input.Conditional.JointEffect, 2),
                Math.Pow(input.Conditional.MarginalEffect, 2) + Math.Pow(input.Conditional.Effect, 2),
                1e-9
            );
        }
    }

    [Fact]
    public void Compare_NoOverlap_CannotBeCalledTheSame()
    {
        var shift = ShiftDecomposition.Compare(Data("then", 1), Data("now", 2, by: 30));

        Assert.Equal(Verdict.Fail, shift.CovariateVerdict);
        Assert.NotEqual(Verdict.Pass, shift.Leading!.ConditionalVerdict);
    }

    [Fact]
    public void Compare_NothingToTell_HasAStatus()
    {
        var data = Data("d", 1);
        var unlabelled = data.WithRole("y", ColumnRole.Feature);
        var missing = Dataset.FromColumns(
            "m",
            Column.Boolean("y", new bool?[50]),
            Column.Number("income", Samples.Normal(50, 1))
        );
        var alone = Dataset
            .FromColumns("l", Column.Boolean("y", Enumerable.Range(0, 50).Select(i => i % 2 == 0)))
            .WithRole("y", ColumnRole.Label);

        Check(unlabelled, unlabelled, ResultStatus.Absent);
        Check(data, data.Without("y"), ResultStatus.Absent);
        Check(data, missing, ResultStatus.AllMissing);
        Check(data, data.Slice(0, 0), ResultStatus.Empty);
        Check(alone, alone, ResultStatus.Undefined);
        Check(data, data.Slice(0, 1), ResultStatus.Ok);
        Assert.Throws<ArgumentException>(() =>
            ShiftDecomposition.Compare(data, data, new DecompositionOptions { Label = "?" })
        );

        static void Check(Dataset a, Dataset b, ResultStatus status)
        {
            var shift = ShiftDecomposition.Compare(a, b);

            Assert.Equal(status, shift.Status);
            Assert.Equal(Verdict.Inconclusive, shift.ConditionalVerdict);
            Assert.NotEmpty(shift.Summary);
            Assert.NotEmpty(shift.ToDocument().ToHtml());
        }
    }

    private static Dataset Data(string name, int seed, double by = 0, double offset = 0, int rows = 12_000)
    {
        double[] income = Samples.Normal(rows, seed, by),
            noise = Samples.Normal(rows, seed + 10),
            luck = Samples.Normal(rows, seed + 20);
        // The label rests on the tenth of income that a row is in, so that within a bin nothing is left to move.
        double[] level = [.. income.Select(x => Math.Floor(Math.Clamp(x, -2, 2) * 2) / 2)];
        return Dataset
            .FromColumns(
                name,
                Column.Number("income", level),
                Column.Number("noise", noise),
                Column.Boolean("y", luck.Select((e, i) => level[i] + e + offset > 0)),
                Column.Number("amount", [.. luck.Select((e, i) => level[i] + (0.5 * e) + offset)]),
                Column.Category(
                    "grade",
                    luck.Select(
                        (e, i) =>
                            (level[i] + e + offset) switch
                            {
                                < -1 => "low",
                                < 1 => "mid",
                                _ => "high",
                            }
                    )
                )
            )
            .WithRole("y", ColumnRole.Label)
            .WithRole("amount", ColumnRole.Excluded)
            .WithRole("grade", ColumnRole.Excluded);
    }
}
