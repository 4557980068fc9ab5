using System.Security.Cryptography;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.Identity;

namespace CollabSummaries.Web.Accounts;

/// <summary>What somebody who was invited typed.</summary>
public sealed record JoinForm(string Name, string UserName, string Password);

/// <summary>Makes accounts from invitations: one work keeps the account, its author and the used invitation, or nothing.</summary>
internal sealed class Joining(InvitationStore invitations, WorkspaceWriter writer, UserManager<Account> users)
{
    public const int LongestName = 60;

    /// <summary>The account, or sentences saying what is wrong; both null: the invitation cannot be used (any more).</summary>
    public async Task<(Account? Account, IReadOnlyList<string>? Wrong)> JoinAsync(string secret, JoinForm form, CancellationToken stop)
    {
        if (await invitations.FindBySecretAsync(secret, stop) is null)
            return (null, null);
        var account = new Account
        {
            DisplayName = form.Name.Trim(),
            UserName = form.UserName.Trim(),
            Email = form.UserName.Contains('@', StringComparison.Ordinal) ? form.UserName.Trim() : null,
            Color = RandomNumberGenerator.GetInt32(Authors.Colors),
            Role = Role.Viewer,
            LockoutEnabled = true,
        };
        var wrong = await WrongAsync(account, form.Password);
        if (wrong.Count > 0)
            return (null, wrong);

        // Hashing is slow on purpose; it stays outside the writer.
        account.PasswordHash = users.PasswordHasher.HashPassword(account, form.Password);
        account.SecurityStamp = Ids.NewSecret();
        await users.UpdateNormalizedUserNameAsync(account);
        await users.UpdateNormalizedEmailAsync(account);
        return await writer.WriteAsync(context => KeepAsync(context, secret, account), stop);
    }

    private async Task<(Account?, IReadOnlyList<string>?)> KeepAsync(WorkspaceContext context, string secret, Account account)
    {
        var store = AccountUsers.On(context);
        if (await store.FindByNameAsync(account.NormalizedUserName!, CancellationToken.None) is not null)
            return (null, ["This user name is taken."]);
        if (await invitations.UseAsync(context, secret) is not { } invitation)
            return (null, null);
        account.Role = invitation.Role;
        context.Add(account);
        await Authors.KeepAsync(context, $"person:{account.Id}", account.DisplayName, account.Color, AuthorKind.Person);
        return (account, null);
    }

    private async Task<List<string>> WrongAsync(Account account, string password)
    {
        var wrong = new List<string>();
        if (account.DisplayName.Length is 0 or > LongestName)
            wrong.Add($"A name has 1 to {LongestName} characters.");
        if (account.UserName!.Length is 0 or > LongestName || account.UserName.Any(x => char.IsWhiteSpace(x) || char.IsControl(x)))
            wrong.Add($"A user name has 1 to {LongestName} characters and no spaces.");
        foreach (var validator in users.PasswordValidators)
            wrong.AddRange((await validator.ValidateAsync(users, account, password)).Errors.Select(x => x.Description));
        return wrong;
    }
}
