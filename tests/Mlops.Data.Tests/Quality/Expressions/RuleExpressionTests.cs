using FsCheck;
using FsCheck.Fluent;
using Mlops.Data.Quality.Expressions;

namespace Mlops.Data.Tests.Quality.Expressions;

public class RuleExpressionTests
{
    private static readonly Dataset Data = Dataset.FromColumns(
        "orders",
        Column.Number("amount", [10, 0, double.NaN, -3.5]),
        Column.Number("paid", [10, 5, 1, double.NaN]),
        Column.Category("currency", ["EUR", "usd", null, ""]),
        Column.Boolean("open", [true, false, null, true]),
        Column.Time(
            "due",
            [
                new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc),
                null,
                new DateTime(2024, 2, 28, 12, 0, 0, DateTimeKind.Utc),
                new DateTime(2023, 12, 31, 23, 59, 0, DateTimeKind.Utc),
            ]
        ),
        Column.Text("note", ["ok", "a💡b", null, "AB-12"]),
        Column.Number("unit price", [1, 2, 3, 4])
    );

    // 1 holds, 0 does not, ? is unknown: row by row.
    [Theory]
    [InlineData("paid <= amount", "10??")]
    [InlineData("amount >= 0 and paid > 0", "11?0")]
    [InlineData("amount >= 0 or paid > 0", "111?")]
    [InlineData("not open", "01?0")]
    [InlineData("open", "10?1")]
    [InlineData("open = true", "10?1")]
    [InlineData("open != false", "10?1")]
    [InlineData("amount is null", "0010")]
    [InlineData("amount is not null and note is not null", "1101")]
    [InlineData("amount between 0 and 10", "11?0")]
    [InlineData("amount not between 0 and 10", "00?1")]
    [InlineData("currency in ('EUR', 'USD')", "10?0")]
    [InlineData("currency not in ('EUR', 'USD')", "01?1")]
    [InlineData("upper(currency) in ('EUR', 'USD')", "11?0")]
    [InlineData("amount in (0, 10, paid)", "11??")]
    [InlineData("currency = ''", "00?1")]
    [InlineData("currency like 'E%'", "10?0")]
    [InlineData("currency like '_s_'", "01?0")]
    [InlineData("note like 'a_b'", "00?0")]
    [InlineData("note matches '^[A-Z]+-[0-9]+$'", "00?1")]
    [InlineData("note not matches 'b'", "10?1")]
    [InlineData("length(note) = 3", "01?0")]
    [InlineData("length(currency) = 3", "11?0")]
    [InlineData("due >= '2024-03-01'", "1?00")]
    [InlineData("'2024-03-01' <= due", "1?00")]
    [InlineData("due - '2024-02-27' = 1.5", "0?10")]
    [InlineData("year(due) = 2024 and month(due) = 3 and day(due) = 1", "1?00")]
    [InlineData("weekday(due) = 7", "0?01")]
    [InlineData("hour(due) = 12", "0?10")]
    [InlineData("amount / amount = 1", "1??1")]
    [InlineData("amount % 3 = 1", "10?0")]
    [InlineData("paid / 0 = 1", "????")]
    [InlineData("sqrt(amount) < 4", "11??")]
    [InlineData("ln(amount) > 0", "1???")]
    [InlineData("abs(amount) = 3.5", "00?1")]
    [InlineData("round(amount) = -4", "00?1")]
    [InlineData("-amount = 3.5", "00?1")]
    [InlineData("floor(amount) = -4 or ceil(amount) = -3", "00?1")]
    [InlineData("min(amount, paid, 3) = 0", "01??")]
    [InlineData("max(amount, paid) = 10", "10??")]
    [InlineData("coalesce(amount, paid, 7) = 1", "0010")]
    [InlineData("coalesce(null, amount, 7) = 7", "0010")]
    [InlineData("if(open, amount, paid) = 5", "01?0")]
    [InlineData("if(amount > 0, paid = amount, true)", "11?1")]
    [InlineData("if(open, null, paid) = 5", "?1??")]
    [InlineData("`unit price` * 2 + 1 >= 7", "0011")]
    [InlineData("1 + 2 * 3 = 7 and (1 + 2) * 3 = 9", "1111")]
    [InlineData("not false or true and false", "1111")]
    [InlineData("2 - 1 - 1 = 0", "1111")]
    [InlineData("number('1e2') = 100 and number(currency) is null", "1111")]
    [InlineData("time('2024-02-30') is null", "1111")]
    [InlineData("lower(trim(' A ')) = \"a\"", "1111")]
    [InlineData("'it''s' = \"it's\"", "1111")]
    [InlineData("1 <> 2 AND NOT 1 == 2", "1111")]
    public void Evaluate_Rules_GiveTheThreeValuesOfEachRow(string rule, string expected)
    {
        var result = RuleExpression.Parse(rule).Evaluate(Data);

        Assert.Equal(
            expected,
            string.Concat(result.Codes.ToArray().Select(code => code < 0 ? '?' : (char)('0' + code)))
        );
    }

    [Theory]
    [InlineData("", "Character 1", "empty")]
    [InlineData("amount >", "Character 9", "the end of the rule")]
    [InlineData("incom > 0", "Character 1", "There is no column 'incom'")]
    [InlineData("1 < amuont", "Character 5", "Nearest: 'amount'")]
    [InlineData("amount > 0 & paid > 0", "Character 12", "Write 'and'")]
    [InlineData("amount > 'x'", "Character 8", "a number and a text do not go together")]
    [InlineData("amount", "Character 1", "a condition was expected")]
    [InlineData("amount and open", "Character 1", "'and' wants a condition")]
    [InlineData("amount = null", "Character 10", "is null")]
    [InlineData("0 < amount < 5", "Character 12", "a < b and b < c")]
    [InlineData("amount between 1, 2", "Character 17", "'and' was expected")]
    [InlineData("currency in ()", "Character 10", "empty")]
    [InlineData("currency like paid", "Character 15", "text between quotes")]
    [InlineData("note matches '('", "Character 14", "not a regular expression")]
    [InlineData("due > 'yesterday'", "Character 7", "ISO 8601")]
    [InlineData("lenght(note) > 1", "Character 1", "Nearest: 'length'")]
    [InlineData("abs(amount, paid) > 1", "Character 1", "takes 1 argument, not 2")]
    [InlineData("(amount > 0", "Character 12", "')' was expected")]
    [InlineData("amount > 0 paid", "Character 12", "was not expected")]
    [InlineData("note = 'open", "Character 8", "not closed")]
    [InlineData("open < true", "Character 6", "have no order")]
    [InlineData("currency > 1.5.2", "Character 12", "is not a number")]
    [InlineData("amount ? 1", "Character 8", "means nothing")]
    [InlineData("and > 1", "Character 1", "backticks")]
    [InlineData("amount is 3", "Character 11", "null or not null")]
    public void ParseAndEvaluate_Faults_AreToldWithPositionAndWhatWouldBeRight(string rule, string where, string what)
    {
        var error = Assert.Throws<RuleFormatException>(() => RuleExpression.Parse(rule).Evaluate(Data));

        Assert.StartsWith(where + " ", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Equal(rule, error.Rule);
        Assert.Equal($"Character {error.Position + 1}", where);
    }

    [Fact]
    public void Parse_NestedVeryDeep_IsAnErrorAndNoOverflow()
    {
        var deep = new string('(', 100_000) + "1 = 1" + new string(')', 100_000);

        Assert.Contains(
            "nested",
            Assert.Throws<RuleFormatException>(() => RuleExpression.Parse(deep)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<RuleFormatException>(() =>
            RuleExpression.Parse(string.Concat(Enumerable.Repeat("not ", 100_000)) + "true")
        );
    }

    [Fact]
    public void Parse_AnyText_GivesARuleOrARuleFormatException() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7, 11),
            Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
                text =>
                {
                    try
                    {
                        return RuleExpression.Parse(text).Text == text;
                    }
                    catch (RuleFormatException error)
                    {
                        return error.Position >= 0 && error.Position <= text.Length;
                    }
                }
            )
        );

    [Fact]
    public void Evaluate_ManyRowsAndBlocks_AgreesWithALoop()
    {
        const int Rows = 5000;
        var x = Enumerable.Range(0, Rows).Select(i => i % 7 == 0 ? double.NaN : Math.Sin(i)).ToArray();
        var names = Enumerable.Range(0, Rows).Select(i => i % 11 == 0 ? null : $"c{i % 13}").ToArray();
        var data = Dataset.FromColumns("d", Column.Number("x", x), Column.Category("c", names));

        var result = RuleExpression.Parse("x > 0.5 or length(c) = 3 and c != 'c12'").Evaluate(data);

        for (var i = 0; i < Rows; i++)
        {
            bool? left = double.IsNaN(x[i]) ? null : x[i] > 0.5;
            bool? right = names[i] is null ? null : names[i]!.Length == 3 && names[i] != "c12";
            Assert.Equal(left | right, result[i]);
        }
    }

    [Fact]
    public void Evaluate_SlicesAndUnusedCategories_GiveTheSameAsTheWhole()
    {
        var whole = RuleExpression.Parse("upper(currency) = 'EUR'").Evaluate(Data);
        var part = RuleExpression.Parse("upper(currency) = 'EUR'").Evaluate(Data.Slice(1, 3));

        Assert.Equal(whole.Codes.ToArray()[1..], part.Codes.ToArray());
    }

    [Fact]
    public void Columns_OfARule_AreNamedOnceInOrder()
    {
        var rule = RuleExpression.Parse("b > a and `unit price` < b");

        Assert.Equal(["b", "a", "unit price"], rule.Columns);
        Assert.Equal(RuleExpression.Parse("b > a and `unit price` < b"), rule);
        Assert.Equal(rule.Text, rule.ToString());
    }
}
