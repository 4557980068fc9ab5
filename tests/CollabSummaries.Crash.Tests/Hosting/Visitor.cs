using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CollabSummaries.Crash.Tests.Hosting;

/// <summary>A person who comes by the door people take: the invitation's form, the cookie, the import.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _address;

    private Visitor(string address)
    {
        _address = new Uri(address);
        _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = _address };
        _http.DefaultRequestHeaders.Add("Origin", address);
    }

    public string Cookie => _cookies.GetCookieHeader(_address);

    /// <summary>Makes an account with the invitation.</summary>
    public static async Task<Visitor> JoinAsync(Uri invitation, string name, CancellationToken stop)
    {
        var visitor = new Visitor(invitation.GetLeftPart(UriPartial.Authority));
        var form = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await visitor.TokenAsync(invitation, stop),
            ["name"] = name, ["userName"] = name, ["password"] = "a long password for the crash 1",
        };
        using var content = new FormUrlEncodedContent(form);
        using var reply = await visitor._http.PostAsync(invitation, content, stop);
        if (visitor._cookies.Count < 2)
            throw new InvalidOperationException($"{name} was not let in: {(int)reply.StatusCode}");
        return visitor;
    }

    /// <summary>Imports a file; gives the talk's id.</summary>
    public async Task<string> ImportAsync(string path, CancellationToken stop)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(new Uri(_address, "/sign-out"), stop)), "__RequestVerificationToken" },
            { new StringContent(Path.GetFileNameWithoutExtension(path)), "title" },
            { new ByteArrayContent(await File.ReadAllBytesAsync(path, stop)), "file", Path.GetFileName(path) },
        };
        using var reply = await _http.PostAsync(new Uri(_address, "/talks"), form, stop);
        var body = await reply.Content.ReadAsStringAsync(stop);
        if (reply.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"The import was refused: {(int)reply.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement.GetProperty("talkId").GetString()!;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync(Uri page, CancellationToken stop) =>
        Antiforgery().Match(await _http.GetStringAsync(page, stop)) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"There is no form at {page.AbsolutePath.Split('/')[1]}.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
