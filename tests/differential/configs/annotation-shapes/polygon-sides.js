// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "polygon",
            "sides": 3,
            "xValue": 1.5,
            "yValue": 7,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          },
          {
            "type": "polygon",
            "sides": 4,
            "xValue": 3.8,
            "yValue": 7,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          },
          {
            "type": "polygon",
            "sides": 5,
            "xValue": 6.1,
            "yValue": 7,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          },
          {
            "type": "polygon",
            "sides": 6,
            "xValue": 8.399999999999999,
            "yValue": 7,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": [
              8,
              4
            ]
          },
          {
            "type": "polygon",
            "sides": 8,
            "xValue": 1.5,
            "yValue": 3,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          },
          {
            "type": "polygon",
            "sides": 12,
            "xValue": 3.8,
            "yValue": 3,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          },
          {
            "type": "polygon",
            "sides": 1,
            "xValue": 6.1,
            "yValue": 3,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          },
          {
            "type": "polygon",
            "sides": 2,
            "xValue": 8.399999999999999,
            "yValue": 3,
            "radius": 35,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": []
          }
        ]
      }
    }
  }
}
